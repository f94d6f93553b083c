// Public face of the dossier's door.
export { fileRefFor } from "./file-ref.ts";
export {
  type AssessmentWishes,
  type CommandMeta,
  createDossier,
  type Dossier,
  type DossierCommand,
  type DossierPorts,
  type Handled,
} from "./service.ts";
