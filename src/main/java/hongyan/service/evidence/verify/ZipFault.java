package hongyan.service.evidence.verify;

import org.jspecify.annotations.Nullable;

/** Why a file is not read as a package at all. */
final class ZipFault extends Exception {
  private static final long serialVersionUID = 1;

  /** What is wrong with the container. */
  enum Rule {
    NOT_A_ZIP("不是 ZIP 文件，或目录已损坏", "not a ZIP file, or its directory is damaged"),
    TOO_MANY_FILES("文件数超过上限", "more files than are read"),
    TOO_LARGE("解压后超过上限", "larger than is read"),
    ZIP_BOMB("压缩比异常（压缩炸弹）", "a zip bomb: it unpacks to out of proportion"),
    PATH_CLIMBS("路径越出包外", "a path that climbs out of the package"),
    DUPLICATE_NAME("两个文件同名", "two files of the same name"),
    SYMBOLIC_LINK("含符号链接或特殊文件", "a symbolic link or special file"),
    ENCRYPTED("已加密", "encrypted"),
    UNKNOWN_METHOD("压缩方式不支持", "a compression that is not read"),
    HIDDEN_BYTES("文件之间或首尾藏有多余字节", "bytes that belong to no file"),
    NAME_DIFFERS("目录与内容中的文件名不一致", "named otherwise in the directory than in place");

    private final String chinese;
    private final String english;

    Rule(String chinese, String english) {
      this.chinese = chinese;
      this.english = english;
    }
  }

  private final Rule rule;
  private final @Nullable String name;

  ZipFault(Rule rule, @Nullable String name) {
    super(rule.english);
    this.rule = rule;
    this.name = name;
  }

  Finding finding() {
    return Finding.failed(
        rule.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
        name,
        rule.chinese,
        rule.english);
  }
}
