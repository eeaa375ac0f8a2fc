package hongyan.pipelines.job;

import hongyan.pipelines.findings.Presence;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What the pipeline needs to know besides its records.
 *
 * @param city adcode of the city
 * @param dateOfEffect first day of the regulation (yyyy-MM-dd), or null for the one of the law
 *     folder; before it nothing is a lead
 * @param presence when birds count as having been there
 */
public record PipelineSettings(String city, @Nullable String dateOfEffect, Presence presence)
    implements Serializable {

  /** The usual settings of a city. */
  public static PipelineSettings of(String city) {
    return new PipelineSettings(city, null, Presence.USUAL);
  }
}
