package hongyan.service.problems;

/**
 * A campaign with its funnel.
 *
 * @param records address of its entries
 */
public record FunnelView(String id, String title, Funnel funnel, String records) {}
