package hongyan.service.doors.archives;

/**
 * What an archive may need of this machine; the platform's own choice. It is counted while
 * unpacking, so what a zip says of itself does not matter.
 *
 * @param bytes all files together, unpacked
 * @param entries files and folders
 */
public record ArchiveLimits(long bytes, int entries) {

  public static final ArchiveLimits USUAL = new ArchiveLimits(40_000_000, 1_000);
}
