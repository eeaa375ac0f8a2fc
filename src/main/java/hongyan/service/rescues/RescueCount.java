package hongyan.service.rescues;

import org.jspecify.annotations.Nullable;

/** The birds of one species that came into care in one year, and what became of them. */
record RescueCount(
    int year,
    @Nullable String species,
    int cases,
    int birds,
    int released,
    int died,
    int transferred,
    int inCare) {}
