// Who gets what of a booked run, and the writing down of it once the bank file is made. Asked again, it writes nothing twice.
import type { Actor, Reason } from "../../dossier/index.ts";
import { fail, ok, type PlainDate, type Result } from "../../kernel/index.ts";
import type { Advances } from "../advance/index.ts";
import type { Blocks } from "../block/index.ts";
import type { Net, Recoveries } from "../recovery/index.ts";
import { type Payout, planPayout } from "./plan.ts";

export interface PayoutPorts {
  readonly blocks: Blocks;
  readonly recoveries: Recoveries;
  readonly advances: Advances;
}

export interface PayoutMoment {
  readonly runRef: string;
  /** The run's quarter, as year x 4 + n - 1: advances of it are settled. */
  readonly quarter: number;
  /** The day on which the bank is asked to pay. */
  readonly on: PlainDate;
}

export class Payouts {
  private readonly ports: PayoutPorts;

  constructor(ports: PayoutPorts) {
    this.ports = ports;
  }

  /** In the order of the nets. */
  async plan(moment: PayoutMoment, nets: readonly Net[]): Promise<readonly Payout[]> {
    const { blocks, recoveries, advances } = this.ports;
    const refs = nets.map((net) => net.beneficiary.ref);
    const [blocked, recovered, advanced] = await Promise.all([
      blocks.ofBeneficiaries(refs),
      recoveries.ofBeneficiaries(refs),
      advances.openOf(refs, moment.quarter),
    ]);
    const [blocksOf, recoveriesOf] = [grouped(blocked), grouped(recovered)];
    return nets.map((net) => {
      const { ref } = net.beneficiary;
      const claims = {
        advances: advanced.filter((one) => one.employerRef === ref),
        recoveries: recoveriesOf.get(ref) ?? [],
        blocks: blocksOf.get(ref) ?? [],
      };
      return planPayout(net, claims, moment.on);
    });
  }

  async settle(
    { runRef, quarter }: PayoutMoment,
    payouts: readonly Payout[],
    actor: Actor,
  ): Promise<Result<null, readonly Reason[]>> {
    const { blocks, recoveries, advances } = this.ports;
    const wrong: Reason[] = [];
    const note = (done: Result<unknown, readonly Reason[]>) => {
      if (!done.ok) wrong.push(...done.error);
    };
    for (const payout of payouts) {
      for (const { recoveryRef, cents } of payout.heldBack) note(await recoveries.setOffOnce(recoveryRef, cents, runRef, actor));
      for (const { blockRef, cents } of payout.released)
        note(await blocks.do(blockRef, { type: "USE", how: "RELEASED", cents, runRef }, actor));
      for (const { blockRef, cents } of payout.held)
        note(await blocks.do(blockRef, { type: "USE", how: "HELD", cents, runRef }, actor));
      for (const { blockRef, cents } of payout.redirected)
        note(await blocks.do(blockRef, { type: "USE", how: "REDIRECTED", cents, runRef }, actor));
      for (const { advanceRef, cents } of payout.advances)
        note(await advances.settle(advanceRef, { quarter, cents, runRef }, actor));
    }
    return wrong.length > 0 ? fail(wrong) : ok(null);
  }
}

function grouped<T extends { readonly beneficiary: { readonly ref: string } }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(item.beneficiary.ref, [...(groups.get(item.beneficiary.ref) ?? []), item]);
  return groups;
}
