package hongyan.service.problems;

import hongyan.geo.law.Words;
import hongyan.service.documents.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The campaigns and how far their problems are, over HTTP. */
@Tag(name = "inspection")
@RestController
@RequestMapping("/api/v1/inspection/campaigns")
class CampaignController {
  private final Campaigns campaigns;
  private final Funnels funnels;
  private final Ledger ledger;

  CampaignController(Campaigns campaigns, Funnels funnels, Ledger ledger) {
    this.campaigns = campaigns;
    this.funnels = funnels;
    this.ledger = ledger;
  }

  /** Campaigns with their funnels, and all of them together. */
  record CampaignPage(List<FunnelView> items, Funnel together, @Nullable String next) {}

  /** What a campaign is called. */
  record CampaignForm(@Nullable Words title, @Nullable List<String> aliases) {}

  @Operation(
      summary = "The campaigns, each with its funnel",
      description = "campaign chooses some; from and to are days of finding, states are as of now")
  @GetMapping
  CampaignPage list(
      @RequestParam(required = false) @Nullable List<String> campaign,
      @RequestParam(required = false) @Nullable String county,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable String lang,
      @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
          @Nullable String accept) {
    Language language = Language.of(lang, accept);
    List<Problem> found =
        funnels.list(ledger.seen(ProblemFilter.all()), campaign, county, from, to);
    return new CampaignPage(
        funnels.show(found, campaign, language), Funnel.of(found, ledger.today()), null);
  }

  @Operation(summary = "Adds a campaign or words it anew; the former wording is kept")
  @PutMapping("/{id}")
  Campaign put(@PathVariable String id, @RequestBody CampaignForm form) {
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "id=%s: small letters, digits and - are wanted".formatted(id));
    }
    Words title = form.title();
    if (title == null || title.zh() == null || title.zh().isBlank()) {
      throw new IllegalArgumentException("title.zh is required");
    }
    String english = title.en() == null || title.en().isBlank() ? title.zh() : title.en();
    return ledger.put(
        new Campaign(
            id,
            new Words(title.zh(), english),
            Objects.requireNonNullElse(form.aliases(), List.of()),
            null));
  }
}
