package hongyan.geo.law;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code article7.json} as it stands in the file; {@link CatalogueReader} says what is wrong. */
record CatalogueFile(
    @Nullable String version,
    @Nullable NoteEntry transition,
    @Nullable Map<String, WordsEntry> departments,
    @Nullable Map<String, ConsequenceEntry> consequences,
    @Nullable List<ToolEntry> tools,
    @Nullable List<ConductEntry> conducts) {

  record WordsEntry(@Nullable String zh, @Nullable String en) {}

  record NoteEntry(
      @Nullable String zh,
      @Nullable String en,
      @Nullable String source,
      @Nullable String certainty) {}

  record ConsequenceEntry(
      @Nullable String zh,
      @Nullable String en,
      @Nullable WordsEntry local,
      @Nullable String source,
      @Nullable String certainty,
      @Nullable List<ProvisionEntry> prohibitions,
      @Nullable List<ProvisionEntry> provisions) {}

  record ProvisionEntry(
      @Nullable String zh, @Nullable String en, @Nullable String from, @Nullable String to) {}

  record ToolEntry(
      @Nullable String code,
      @Nullable String zh,
      @Nullable String en,
      @Nullable List<BanEntry> bannedBy,
      @Nullable String certainty) {}

  record BanEntry(
      @Nullable String by,
      @Nullable String zh,
      @Nullable String en,
      @Nullable String from,
      @Nullable String to) {}

  record ConductEntry(
      @Nullable String code,
      int item,
      @Nullable String zh,
      @Nullable String en,
      @Nullable String needs,
      boolean withoutLeave,
      @Nullable List<String> leaveBy,
      @Nullable String department,
      @Nullable List<String> beside,
      @Nullable String consequence,
      @Nullable List<String> tools,
      @Nullable String source,
      @Nullable String certainty) {}
}
