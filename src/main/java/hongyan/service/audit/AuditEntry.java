package hongyan.service.audit;

import java.time.Instant;

/**
 * One entry of the audit log.
 *
 * @param account who asked; {@code name} is how people called them then
 * @param address of the network from which it was asked, empty for the service itself
 * @param action the operation, for example {@code PUT /api/v1/zones/{id}}
 * @param object what it was done to
 * @param detail what else was asked, for example the query
 * @param hash SHA-256 over this entry and the hash of the one before, lower-case hex
 */
public record AuditEntry(
    long id,
    Instant at,
    String account,
    String name,
    String address,
    String action,
    String object,
    String detail,
    String hash) {}
