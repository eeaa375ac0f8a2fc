package hongyan.pipelines.alerts;

/**
 * The provision that an alert may fall under.
 *
 * @param regulation title of the regulation
 * @param article for example 7
 * @param item for example 1
 * @param consequence what the regulation or higher law attaches to it, as a reference for the
 *     officer
 */
public record Legal(String regulation, int article, int item, String consequence) {}
