package hongyan.service.problems.sheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Refuses a spreadsheet that would unpack to more than we can hold, before anything of it is held.
 * The bounds are the platform's own choice.
 */
final class XlsxBounds {
  static final long MAX_XML = 24_000_000;
  static final long MAX_ALL = 64_000_000;
  private static final int MAX_PARTS = 2_000;

  private XlsxBounds() {}

  static void check(byte[] body) {
    byte[] waste = new byte[64 * 1024];
    long xml = 0;
    long all = 0;
    int parts = 0;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(body))) {
      for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        boolean isXml = part.getName().endsWith(".xml") || part.getName().endsWith(".rels");
        if (++parts > MAX_PARTS) {
          throw TableFile.tooLarge("部件", "parts", MAX_PARTS);
        }
        for (int read = in.read(waste); read >= 0; read = in.read(waste)) {
          all += read;
          xml += isXml ? read : 0;
          if (xml > MAX_XML || all > MAX_ALL) {
            throw TableFile.tooLarge("解压后字节", "bytes unpacked", xml > MAX_XML ? MAX_XML : MAX_ALL);
          }
        }
      }
    } catch (IOException broken) {
      throw broken(broken);
    }
    if (parts == 0) {
      throw broken(new IOException("empty archive"));
    }
  }

  static TableFault broken(Exception cause) {
    return new TableFault(
        400, "no-spreadsheet", "不是可读的XLSX：" + cause.getMessage(), "no XLSX: " + cause.getMessage());
  }
}
