package hongyan.service.backup;

/** Thrown when a backup cannot be taken or used, with a reason that its operator can act on. */
final class BackupFault extends Exception {
  private static final long serialVersionUID = 1;

  BackupFault(String chinese, String english) {
    super(chinese + " | " + english);
  }
}
