// Settings of the embedded server: durable, on loopback alone, for a machine with a few cores, and silent about data.
import { totalmem } from "node:os";

/** `fast` gives up durability against a power cut; for tests only. */
export function serverSettings(port: number, fast: boolean): Record<string, string> {
  const megabytes = Math.floor(totalmem() / 1_048_576);
  const shared = Math.max(32, Math.min(fast ? 64 : 512, Math.floor(megabytes / 16)));
  return {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: fast ? "200" : "80",
    password_encryption: "scram-sha-256",
    shared_buffers: `${shared}MB`,
    effective_cache_size: `${Math.max(128, Math.floor(megabytes / 4))}MB`,
    work_mem: "32MB",
    maintenance_work_mem: `${Math.max(32, Math.min(256, Math.floor(megabytes / 32)))}MB`,
    fsync: fast ? "off" : "on",
    synchronous_commit: fast ? "off" : "on",
    full_page_writes: fast ? "off" : "on",
    wal_compression: "on",
    max_wal_size: "2GB",
    min_wal_size: "128MB",
    checkpoint_timeout: "15min",
    random_page_cost: "1.1",
    jit: "off",
    max_worker_processes: "6",
    max_parallel_workers: "2",
    max_parallel_workers_per_gather: "1",
    timezone: "UTC",
    lc_messages: "C",
    // Values of statements and keys are personal data: none of them may reach the log.
    log_statement: "none",
    log_min_error_statement: "panic",
    log_parameter_max_length: "0",
    log_parameter_max_length_on_error: "0",
    log_error_verbosity: "terse",
    log_line_prefix: "%m [%p] ",
  };
}
