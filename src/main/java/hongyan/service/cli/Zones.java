package hongyan.service.cli;

import hongyan.geo.city.City;
import hongyan.geo.files.ImportFault;
import hongyan.geo.files.PolygonFile;
import hongyan.geo.files.SeasonText;
import hongyan.geo.files.UnreadableFile;
import hongyan.geo.files.ZoneDefaults;
import hongyan.geo.files.ZoneImport;
import hongyan.geo.files.ZoneProposal;
import hongyan.geo.place.CivilTime;
import hongyan.geo.zones.ZoneKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zones check FILE}: what is wrong with a polygon file, and where. */
@Command(name = "zones", description = "works on files of zones", mixinStandardHelpOptions = true)
final class Zones implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is wanted: check");
  }

  @Command(
      name = "check",
      description =
          "reads polygons as POST /zones/import does (GeoJSON, KML, KMZ, zipped shapefile,"
              + " GeoPackage) and says what is wrong with them; takes nothing",
      mixinStandardHelpOptions = true)
  int check(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(
              names = "--datum",
              description =
                  "what the coordinates are, over what the file says: WGS84, CGCS2000, GCJ02, BD09,"
                      + " CGCS2000-GK-CM111, CGCS2000-GK-37, EPSG:4513 to 4554")
          @Nullable String datum,
      @Option(names = "--layer", description = "which of several layers") @Nullable String layer,
      @Option(names = "--kind", description = "of zones that do not say theirs")
          @Nullable String kind,
      @Option(names = "--valid-from", description = "of zones that do not say theirs, yyyy-MM-dd")
          @Nullable LocalDate validFrom,
      @Option(names = "--seasons", description = "of zones that do not say theirs")
          @Nullable String seasons,
      @Option(names = "--city", defaultValue = "yongzhou", description = "city folder") String city,
      @Option(names = "--polygons-only", description = "looks at nothing but the polygons")
          boolean polygonsOnly) {
    ZoneDefaults defaults = defaults(kind, validFrom, seasons);
    try {
      PolygonFile read = PolygonFile.read(Files.readAllBytes(file), datum, layer);
      System.out.printf(
          "%s, coordinates read as %s (the file says: %s)%n",
          read.format().code(), read.datum(), said(read.declared()));
      ZoneImport zones = new ZoneImport(City.open(city).counties(), List.of());
      return report(zones.propose(read, defaults), polygonsOnly);
    } catch (UnreadableFile e) {
      System.out.printf("%s: %s: %s%n", file, e.rule(), e.getMessage());
    } catch (IOException e) {
      System.out.printf("%s cannot be read: %s%n", file, e.getMessage());
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private ZoneDefaults defaults(
      @Nullable String kind, @Nullable LocalDate validFrom, @Nullable String seasons) {
    try {
      return new ZoneDefaults(
          kind == null
              ? null
              : ZoneKind.findByCode(kind)
                  .orElseThrow(() -> new IllegalArgumentException(kind + " is no kind of zone")),
          validFrom == null ? null : validFrom.atStartOfDay(CivilTime.ZONE).toInstant(),
          null,
          seasons == null ? List.of() : SeasonText.read(seasons));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static String said(@Nullable String declared) {
    if (declared == null) {
      return "nothing";
    }
    return declared.length() <= 60 ? declared : declared.substring(0, 57) + "...";
  }

  private static int report(List<ZoneProposal> proposals, boolean polygonsOnly) {
    int faults = 0;
    int doubts = 0;
    for (ZoneProposal proposal : proposals) {
      for (ImportFault fault : proposal.faults()) {
        if (!polygonsOnly || fault.field().equals("geometry") || fault.field().equals("place")) {
          faults++;
          print(proposal, "", fault);
        }
      }
      for (ImportFault doubt : proposal.doubts()) {
        doubts++;
        print(proposal, "doubt: ", doubt);
      }
      if (proposal.repair() != null) {
        System.out.printf(
            "%s: a repair would make %d polygon(s) of %.2f ha (as written %.2f ha, change %+.2f)%n",
            place(proposal),
            proposal.repair().parts(),
            proposal.repair().hectares(),
            proposal.repair().hectaresAsWritten(),
            proposal.repair().change());
      }
    }
    System.out.printf("%d features, %d faults, %d doubts%n", proposals.size(), faults, doubts);
    return faults == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private static void print(ZoneProposal proposal, String mark, ImportFault fault) {
    System.out.printf(
        "%s: %s%s %s: %s%n", place(proposal), mark, fault.field(), fault.rule(), fault.message());
  }

  private static String place(ZoneProposal proposal) {
    String id = proposal.id().isEmpty() ? "" : " (" + proposal.id() + ")";
    return proposal.line() == null
        ? "feature %d%s".formatted(proposal.feature(), id)
        : "feature %d%s, line %d".formatted(proposal.feature(), id, proposal.line());
  }
}
