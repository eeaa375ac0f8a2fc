package hongyan.service.demo;

import java.time.LocalDateTime;

/**
 * One generated bird record.
 *
 * @param machine heard or seen by an instrument at night, not counted by a person
 * @param count 0 for a survey that found none
 */
record DemoBird(
    DemoSite site, DemoSpecies species, LocalDateTime time, boolean machine, int count) {}
