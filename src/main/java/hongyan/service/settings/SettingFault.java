package hongyan.service.settings;

/** A setting that cannot be: ends the start. Its message is all that its reader gets to see. */
public final class SettingFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param setting its name, as {@code hongyan.log}
   * @param found what it led to
   * @param needed what is to be there instead
   */
  public SettingFault(String setting, String found, String needed) {
    super("%s: %s; needed: %s".formatted(setting, found, needed));
  }
}
