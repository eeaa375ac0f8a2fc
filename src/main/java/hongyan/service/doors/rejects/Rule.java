package hongyan.service.doors.rejects;

import hongyan.pipelines.records.UnreadableRecord;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every rule by which a door refuses (or, {@link #DERIVED_FIGURE}, leaves aside). The names are
 * part of the interface; they follow the issue names of GBIF (Darwin Core) where there is one.
 *
 * <p>In the sentences {@code %1$s} is the field, {@code %2$s} its value, {@code %3$s} what the rule
 * adds.
 */
public enum Rule {
  // The body as a whole.
  UNKNOWN_CONTENT_TYPE(
      "unknown-content-type",
      "不接收内容类型“%2$s”；本接口接收：%3$s。",
      "Content type \"%2$s\" is not taken; this door takes: %3$s."),
  UNKNOWN_CHARSET(
      "unknown-charset",
      "不接收字符编码“%2$s”；可用：%3$s。",
      "Charset \"%2$s\" is not taken; taken are: %3$s."),
  UNKNOWN_CONTENT_ENCODING(
      "unknown-content-encoding",
      "不接收压缩编码“%2$s”，请直接发送原文。",
      "Content encoding \"%2$s\" is not taken; send the body as it is."),
  BODY_TOO_LARGE(
      "body-too-large", "报文大小超过上限 %3$s，请分批发送。", "The body is larger than %3$s; send it in parts."),
  BODY_INCOMPLETE(
      "body-incomplete",
      "报文不完整：声明 %3$s 字节，只收到 %2$s 字节；未接收任何记录。",
      "The body is incomplete: %3$s bytes announced, %2$s received; nothing was taken."),
  BODY_TOO_SLOW(
      "body-too-slow",
      "报文在 %3$s 内未发送完毕；未接收任何记录。",
      "The body did not arrive within %3$s; nothing was taken."),
  BODY_EMPTY("body-empty", "报文为空。", "The body is empty."),
  MALFORMED_ENCODING(
      "malformed-encoding",
      "报文不是有效的 %2$s 编码（行:字节 %3$s）。",
      "The body is not valid %2$s (line:byte %3$s)."),
  GBK_NOT_UTF_8(
      "gbk-not-utf-8",
      "报文应为 UTF-8 编码，但看起来是 GBK（行:字节 %3$s）。请转为 UTF-8；CSV 也可在 Content-Type 中声明 charset=GBK。",
      "The body should be UTF-8 but looks like GBK (line:byte %3$s). Convert it; for CSV charset=GBK may be declared."),
  BROKEN_JSON("broken-json", "JSON 语法错误（行:列 %3$s）。", "Broken JSON (line:column %3$s)."),
  BROKEN_CSV("broken-csv", "表格引号不配对（行 %3$s）。", "The quotes of the table do not match (line %3$s)."),
  BROKEN_ARCHIVE("broken-archive", "压缩包无法读取：%3$s。", "The archive cannot be read: %3$s."),
  ARCHIVE_ENTRY_OUTSIDE(
      "archive-entry-outside",
      "压缩包中的文件名“%2$s”指向包外，整包未接收。",
      "The archive names a file outside itself, \"%2$s\"; nothing was taken."),
  ARCHIVE_TOO_LARGE(
      "archive-too-large",
      "压缩包解开后超过上限 %3$s，请分批发送。",
      "The archive unpacks to more than %3$s; send it in parts."),
  ARCHIVE_FILE_MISSING(
      "archive-file-missing", "压缩包中缺少文件“%2$s”。", "The archive lacks the file \"%2$s\"."),
  BROKEN_META(
      "broken-meta",
      "meta.xml 不符合达尔文核心文本规范（%1$s）：%2$s。",
      "meta.xml does not follow the Darwin Core text guide (%1$s): %2$s."),
  ARCHIVE_WITHOUT_OCCURRENCES(
      "archive-without-occurrences",
      "压缩包中没有鸟类记录表（%1$s：%2$s）。",
      "The archive has no table of occurrences (%1$s: %2$s)."),
  MISSING_HEADER("missing-header", "缺少表头“%1$s”。", "The header \"%1$s\" is missing."),
  DUPLICATE_HEADER("duplicate-header", "表头“%1$s”重复。", "The header \"%1$s\" stands there twice."),
  TOO_BUSY("too-busy", "正在处理其他大报文，请稍后重发。", "Other large bodies are being taken; send again later."),
  LOG_UNAVAILABLE(
      "log-unavailable",
      "记录日志暂不可写，请稍后重发；重发不会产生重复。",
      "The log cannot be written now; sending again later doubles nothing."),

  // Any record.
  NOT_AN_OBJECT("not-an-object", "记录应为 JSON 对象。", "The record should be a JSON object."),
  DUPLICATE_KEY("duplicate-key", "字段“%1$s”重复出现。", "The field \"%1$s\" stands there twice."),
  WRONG_CASE(
      "wrong-case", "字段名“%1$s”大小写不符，应为“%3$s”。", "The field \"%1$s\" should be spelled \"%3$s\"."),
  RAGGED_LINE("ragged-line", "列数不符：%3$s。", "The line has another number of columns: %3$s."),
  CORE_RECORD_MISSING(
      "core-record-missing",
      "扩展表的“%1$s”在核心表中不存在：%2$s。",
      "\"%1$s\" of the extension is not in the core: %2$s."),
  REQUIRED_FIELD_MISSING(
      "required-field-missing", "缺少必填字段“%1$s”。", "The required field \"%1$s\" is missing."),
  WRONG_TYPE("wrong-type", "字段“%1$s”类型不符，应为 %3$s：%2$s。", "\"%1$s\" should be a %3$s: %2$s."),
  TEXT_TOO_LONG(
      "text-too-long", "字段“%1$s”过长，最多 %3$s 个字符。", "\"%1$s\" is longer than %3$s characters."),
  TEXT_INVALID(
      "text-invalid", "字段“%1$s”含有控制字符或残缺字符。", "\"%1$s\" holds control or broken characters."),
  NOT_A_NUMBER("not-a-number", "“%1$s”不是数字：%2$s。", "\"%1$s\" is not a number: %2$s."),
  NOT_FINITE("not-finite", "“%1$s”不是有限数：%2$s。", "\"%1$s\" is not finite: %2$s."),
  TOO_MANY_DIGITS("too-many-digits", "“%1$s”位数过多：%2$s。", "\"%1$s\" has too many digits: %2$s."),
  TIME_INVALID(
      "time-invalid",
      "“%1$s”不是有效的时间：%2$s；应为 %3$s。",
      "\"%1$s\" is not a time: %2$s; expected %3$s."),
  TIME_WITHOUT_OFFSET(
      "time-without-offset",
      "“%1$s”缺少时区偏移：%2$s；北京时间请写 +08:00。",
      "\"%1$s\" has no offset: %2$s; for Beijing time write +08:00."),
  TIME_IN_FUTURE("time-in-future", "“%1$s”在未来：%2$s。", "\"%1$s\" lies in the future: %2$s."),
  TIME_BEFORE_1900("time-before-1900", "“%1$s”早于 1900 年：%2$s。", "\"%1$s\" is before 1900: %2$s."),

  // Readings.
  UNKNOWN_STATION(
      "unknown-station",
      "监测站点“%2$s”未登记，拒收其记录（%3$s 条）。",
      "Station \"%2$s\" is not registered (%3$s records refused)."),
  UNKNOWN_POLLUTANT(
      "unknown-pollutant", "未知污染物“%2$s”；可用：%3$s。", "Unknown pollutant \"%2$s\"; taken are: %3$s."),
  WRONG_UNIT(
      "wrong-unit", "单位“%2$s”不符，应为 %3$s。", "The unit \"%2$s\" is not taken here, only %3$s."),
  VALUE_OUT_OF_RANGE(
      "value-out-of-range", "“%1$s”超出可接收范围 %3$s：%2$s。", "\"%1$s\" is outside %3$s: %2$s."),
  UNKNOWN_FLAG("unknown-flag", "未知标记“%2$s”；可用：%3$s。", "Unknown flag \"%2$s\"; taken are: %3$s."),
  UNKNOWN_AVERAGING(
      "unknown-averaging", "未知平均时段“%2$s”；可用：%3$s。", "Unknown averaging \"%2$s\"; taken are: %3$s."),
  TIME_NOT_ALIGNED(
      "time-not-aligned",
      "“%1$s”应落在 %3$s 的整刻度上：%2$s。",
      "\"%1$s\" is not on a multiple of %3$s: %2$s."),
  UNKNOWN_FIGURE(
      "unknown-figure", "全国小时档案中没有类型“%2$s”。", "The hourly archive has no type \"%2$s\"."),
  DERIVED_FIGURE(
      "derived-figure",
      "类型 AQI、*_24h、O3_8h 等为推算值而非读数，平台自行计算，未接收。",
      "AQI, *_24h, O3_8h and the like are derived figures, not readings: not taken, computed here."),

  // Frames of HJ 212.
  FRAME_MALFORMED(
      "frame-malformed", "不是有效的 HJ 212 数据包（%3$s）：%2$s。", "Not a frame of HJ 212 (%3$s): %2$s."),
  FRAME_TOO_LONG(
      "frame-too-long",
      "数据段声明的长度超过上限 %3$s 字节：%2$s。",
      "The data segment is said to be longer than %3$s bytes: %2$s."),
  FRAME_INCOMPLETE(
      "frame-incomplete", "数据包不完整，连接已断开或超时：%2$s。", "The frame did not come to its end: %2$s."),
  CHECKSUM_WRONG(
      "checksum-wrong", "校验码错误：收到 %2$s，应为 %3$s。", "The checksum is %2$s and should be %3$s."),
  WRONG_PASSWORD("wrong-password", "设备密码错误。", "The device's password is wrong."),
  UNKNOWN_COMMAND("unknown-command", "不接收命令 %2$s。", "Command %2$s is not taken here."),
  TRANSMISSION_SENTINEL(
      "transmission-sentinel",
      "“%1$s”为传输异常标志值 %2$s，不是监测值。",
      "\"%1$s\" is %2$s, which marks a failed transmission and is no value."),

  // Occurrences.
  RECORDED_DATE_INVALID(
      "recorded-date-invalid",
      "“%1$s”不是日期、带时区的时间或其区间：%2$s。",
      "\"%1$s\" is no date, no time with offset, and no interval of these: %2$s."),
  COORDINATE_INVALID("coordinate-invalid", "坐标“%1$s”无效：%2$s。", "\"%1$s\" is no coordinate: %2$s."),
  COORDINATE_OUT_OF_RANGE(
      "coordinate-out-of-range", "坐标“%1$s”超出范围：%2$s。", "\"%1$s\" is out of range: %2$s."),
  PRESUMED_SWAPPED_COORDINATE(
      "presumed-swapped-coordinate",
      "经纬度疑似颠倒：纬度 %2$s；应先经度后纬度，请更正后重发。",
      "Longitude and latitude seem swapped: latitude %2$s. Correct and send again."),
  ZERO_COORDINATE("zero-coordinate", "经纬度均为 0。", "Longitude and latitude are both zero."),
  GEODETIC_DATUM_INVALID(
      "geodetic-datum-invalid", "未知坐标系“%2$s”；可用：%3$s。", "Unknown datum \"%2$s\"; taken are: %3$s."),
  COORDINATE_UNCERTAINTY_METERS_INVALID(
      "coordinate-uncertainty-meters-invalid",
      "坐标不确定度应为大于 0 的米数（%3$s）：%2$s；未知则留空。",
      "The uncertainty should be metres above zero (%3$s): %2$s; leave it out when unknown."),
  INDIVIDUAL_COUNT_INVALID(
      "individual-count-invalid",
      "“%1$s”应为不小于 0 的整数：%2$s；未计数则留空。",
      "\"%1$s\" should be a whole number of at least 0: %2$s; leave it out when not counted."),
  INDIVIDUAL_COUNT_CONFLICTS_WITH_OCCURRENCE_STATUS(
      "individual-count-conflicts-with-occurrence-status",
      "数量 %2$s 与 occurrenceStatus“%3$s”矛盾。",
      "The count %2$s contradicts occurrenceStatus \"%3$s\"."),
  OCCURRENCE_STATUS_UNPARSABLE(
      "occurrence-status-unparsable",
      "occurrenceStatus 应为 present 或 absent：%2$s。",
      "occurrenceStatus should be present or absent: %2$s."),
  BASIS_OF_RECORD_INVALID(
      "basis-of-record-invalid",
      "basisOfRecord“%2$s”不在词表中：%3$s。",
      "basisOfRecord \"%2$s\" is none of: %3$s."),
  MODIFIED_DATE_INVALID(
      "modified-date-invalid",
      "“%1$s”不是带时区的 ISO 8601 时间：%2$s。",
      "\"%1$s\" is no ISO 8601 time with offset: %2$s."),

  // Findings.
  UNKNOWN_CONDUCT(
      "unknown-conduct",
      "行为代码“%2$s”不在第七条目录中。",
      "Conduct \"%2$s\" is not in Article 7's catalogue."),
  UNKNOWN_SOURCE(
      "unknown-source", "未知线索来源“%2$s”；可用：%3$s。", "Unknown source \"%2$s\"; taken are: %3$s."),
  UNKNOWN_COUNTY("unknown-county", "“%2$s”不是本市的县市区代码。", "\"%2$s\" is no county of the city."),
  UNKNOWN_ZONE("unknown-zone", "保护区域“%2$s”不存在。", "There is no zone \"%2$s\"."),
  UNKNOWN_DEVICE("unknown-device", "设备“%2$s”未登记。", "Device \"%2$s\" is not registered."),
  POSITION_INVALID(
      "position-invalid",
      "“%1$s”应为 GeoJSON Point：%3$s。",
      "\"%1$s\" should be a GeoJSON Point: %3$s."),
  PLACE_MISSING(
      "place-missing",
      "position、county、zone、geometry、device 至少要有一项。",
      "At least one of position, county, zone, geometry and device is needed."),
  GEOMETRY_INVALID(
      "geometry-invalid",
      "“%1$s”应为有效的 GeoJSON Polygon 或 MultiPolygon：%3$s。",
      "\"%1$s\" should be a valid GeoJSON Polygon or MultiPolygon: %3$s."),
  CONFIDENCE_INVALID(
      "confidence-invalid",
      "“%1$s”应在 0 到 1 之间：%2$s。",
      "\"%1$s\" should lie between 0 and 1: %2$s."),

  // Attachments of findings.
  MULTIPART_INVALID(
      "multipart-invalid",
      "multipart 报文不完整或格式有误；未接收任何内容。",
      "The multipart body is incomplete or malformed; nothing was taken."),
  ONE_FINDING_AN_UPLOAD(
      "one-finding-an-upload",
      "带附件上传时，“%1$s”部分应恰为一条线索。",
      "An upload with files has exactly one record in its part \"%1$s\"."),
  TOO_MANY_ATTACHMENTS(
      "too-many-attachments", "附件过多，最多 %3$s 个。", "There are more than %3$s attachments."),
  UNKNOWN_ATTACHMENT(
      "unknown-attachment",
      "附件“%2$s”既未随本次上传，也未曾接收。",
      "The attachment \"%2$s\" neither came with this upload nor earlier."),
  UNKNOWN_ATTACHMENT_TYPE(
      "unknown-attachment-type",
      "“%1$s”的内容类型为 %2$s，不接收；可用：%3$s。",
      "The content of \"%1$s\" is %2$s, which is not taken; taken are: %3$s."),
  ATTACHMENT_TOO_LARGE(
      "attachment-too-large", "“%1$s”超过单个文件上限 %3$s。", "\"%1$s\" is larger than %3$s."),
  ATTACHMENT_EMPTY("attachment-empty", "“%1$s”为空文件。", "\"%1$s\" is empty."),
  IMAGE_TOO_MANY_PIXELS(
      "image-too-many-pixels",
      "照片“%1$s”为 %2$s 像素，超过上限 %3$s。",
      "The photo \"%1$s\" has %2$s pixels, more than %3$s."),
  IMAGE_UNREADABLE(
      "image-unreadable",
      "照片“%1$s”的文件头不完整，读不出尺寸。",
      "The header of the photo \"%1$s\" does not say its size."),

  // Casualties.
  NUMBERS_MISSING(
      "numbers-missing",
      "dead、sick、injured、trapped 至少一项应大于 0。",
      "At least one of dead, sick, injured and trapped has to be above 0."),

  // Reports of the public.
  UNKNOWN_ABOUT(
      "unknown-about",
      "about 应为 conduct、casualty 或 sighting：%2$s。",
      "about should be conduct, casualty or sighting: %2$s."),

  // Forecasts.
  ISSUER_RESERVED(
      "issuer-reserved",
      "发布者“%2$s”是平台自有基线，不接收外部发送。",
      "The issuer \"%2$s\" is the platform's own baseline and is not taken from outside."),
  UNKNOWN_SUBJECT(
      "unknown-subject",
      "“%2$s”不是已登记站点，也不是本市或其县市区的代码。",
      "\"%2$s\" is no registered station, no county of the city and not the city."),
  DATE_INVALID(
      "date-invalid", "“%1$s”不是日期（yyyy-MM-dd）：%2$s。", "\"%1$s\" is no date (yyyy-MM-dd): %2$s."),
  FORECAST_FOR_THE_PAST(
      "forecast-for-the-past",
      "预报日期 %2$s 早于发布日 %3$s。",
      "The day forecast, %2$s, lies before the day of issue, %3$s."),
  FORECAST_TOO_FAR(
      "forecast-too-far",
      "预报日期 %2$s 超出发布日后 %3$s 天。",
      "The day forecast, %2$s, is more than %3$s days after the day of issue."),
  VALUE_OR_RANGE(
      "value-or-range",
      "应有 value，或同时有 low 和 high，二者取一。",
      "Either value, or low and high together, is needed."),
  RANGE_REVERSED("range-reversed", "下限 %2$s 大于上限 %3$s。", "low %2$s is above high %3$s."),

  // Records of the log that no door took.
  UNREADABLE_ON_LOG(
      UnreadableRecord.UNREADABLE,
      "日志记录 %2$s 不是完整的记录，已跳过，原样保留：%3$s。",
      "Record %2$s of the log is no whole record, was passed over and kept as it is: %3$s."),
  SCHEMA_FROM_THE_FUTURE(
      UnreadableRecord.FUTURE,
      "日志记录 %2$s 由更新的版本写入，本版本不读，原样保留：%3$s。",
      "Record %2$s of the log was written by a later version, was passed over and kept as it is: %3$s."),

  // Questions.
  PARAMETER_INVALID(
      "parameter-invalid", "参数“%1$s”无效：%2$s；应为 %3$s。", "Parameter \"%1$s\" is not %3$s: %2$s.");

  private final String code;
  private final String chinese;
  private final String english;

  Rule(String code, String chinese, String english) {
    this.code = code;
    this.chinese = chinese;
    this.english = english;
  }

  /** Returns the name that answers and stores use. */
  public String code() {
    return code;
  }

  /** Returns the rule of exactly that name, if it is one. */
  public static Optional<Rule> findByCode(String code) {
    return Arrays.stream(values()).filter(rule -> rule.code.equals(code)).findFirst();
  }

  /** Returns the sentence for one case; what is null is left out. */
  public String message(
      Language language, @Nullable String field, @Nullable String value, @Nullable String extra) {
    String sentence = language == Language.EN ? english : chinese;
    return sentence.formatted(orNothing(field), orNothing(value), orNothing(extra));
  }

  private static String orNothing(@Nullable String text) {
    return text == null ? "" : text;
  }
}
