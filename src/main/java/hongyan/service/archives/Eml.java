package hongyan.service.archives;

import java.time.LocalDate;

/**
 * The metadata of an archive: EML 2.1.1, the parts that GBIF's profile asks for. Whose data they
 * are and under which licence is not the platform's to say.
 */
final class Eml {

  private Eml() {}

  static String text(String city, LocalDate today) {
    String name = escaped(city);
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <eml:eml xmlns:eml="eml://ecoinformatics.org/eml-2.1.1" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
        xsi:schemaLocation="eml://ecoinformatics.org/eml-2.1.1 \
        http://rs.gbif.org/schema/eml-gbif-profile/1.1/eml.xsd" \
        packageId="hongyan-occurrences-%2$s" system="http://gbif.org" scope="system" xml:lang="zh">
          <dataset>
            <title xml:lang="zh">%1$s鸟类记录</title>
            <title xml:lang="en">Bird records of %1$s</title>
            <creator><organizationName>%1$s</organizationName></creator>
            <metadataProvider><organizationName>鸿雁 Hongyan</organizationName></metadataProvider>
            <pubDate>%2$s</pubDate>
            <language>zh</language>
            <abstract>
              <para>平台接收的鸟类记录的一部分，按发送者的原文；人工判定为无效的除外。重点保护物种的位置对公众作了概略处理。</para>
              <para>A selection of the bird records that the platform has taken, as they were sent; \
        those that a person has decided to be wrong are left out. Positions of key-protected species are \
        generalised for the public.</para>
            </abstract>
            <intellectualRights><para>未声明；须征得数据所有者同意。Not stated; ask the owner of the \
        data.</para></intellectualRights>
            <contact><organizationName>%1$s</organizationName></contact>
          </dataset>
        </eml:eml>
        """
        .formatted(name, today);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
