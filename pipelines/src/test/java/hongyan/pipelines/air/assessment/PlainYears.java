package hongyan.pipelines.air.assessment;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The standards' arithmetic a second time, in plain loops over one PRSA file, on exact fractions,
 * with tables of its own (HJ 633-2012, HJ 663-2013). It shares no code with the program, on
 * purpose.
 */
final class PlainYears {
  static final String[] NAMES = {"PM2.5", "PM10", "SO2", "NO2", "CO", "O3"};
  static final int CO = 4;
  static final int O3 = 5;
  private static final int[] PERCENTILES = {95, 95, 98, 98, 95, 90};
  private static final int[] LIMITS = {35, 70, 60, 40, 4, 160};

  /**
   * Breakpoints of the day by NAMES, and at last those of ozone's highest hour, for eight hours
   * above 800.
   */
  private static final int[][] BREAKPOINTS = {
    {0, 35, 75, 115, 150, 250, 350, 500},
    {0, 50, 150, 250, 350, 420, 500, 600},
    {0, 50, 150, 475, 800, 1600, 2100, 2620},
    {0, 40, 80, 180, 280, 565, 750, 940},
    {0, 2, 4, 14, 24, 36, 48, 60},
    {0, 100, 160, 215, 265, 800},
    {0, 160, 200, 300, 400, 800, 1000, 1200}
  };

  private static final int[] STEPS = {0, 50, 100, 150, 200, 300, 400, 500};

  /** An exact number, not reduced. */
  record Fraction(BigInteger top, BigInteger bottom) implements Comparable<Fraction> {
    static Fraction of(BigDecimal sum, int count) {
      return new Fraction(
          sum.movePointRight(9).toBigIntegerExact(),
          BigInteger.TEN.pow(9).multiply(BigInteger.valueOf(count)));
    }

    Fraction plus(Fraction other) {
      BigInteger sum = top.multiply(other.bottom).add(other.top.multiply(bottom));
      BigInteger common = bottom.multiply(other.bottom);
      BigInteger divisor = sum.gcd(common);
      return new Fraction(sum.divide(divisor), common.divide(divisor));
    }

    Fraction times(long by, long per) {
      return new Fraction(
          top.multiply(BigInteger.valueOf(by)), bottom.multiply(BigInteger.valueOf(per)));
    }

    /** Half to the even digit. */
    BigDecimal rounded(int places) {
      BigInteger[] parts = top.multiply(BigInteger.TEN.pow(places)).divideAndRemainder(bottom);
      int half = parts[1].shiftLeft(1).compareTo(bottom);
      boolean up = half > 0 || (half == 0 && parts[0].testBit(0));
      return new BigDecimal(up ? parts[0].add(BigInteger.ONE) : parts[0], places);
    }

    boolean isNear(BigDecimal value) {
      BigDecimal off = value.multiply(new BigDecimal(bottom)).subtract(new BigDecimal(top)).abs();
      return off.compareTo(new BigDecimal(bottom).movePointLeft(15)) <= 0;
    }

    @Override
    public int compareTo(Fraction other) {
      return top.multiply(other.bottom).compareTo(other.top.multiply(bottom));
    }
  }

  final LocalDate firstDay;
  final int days;

  /** By day, pollutant and hour from 0:00; null where the file has NA. */
  final BigDecimal[][][] hours;

  /** By day and pollutant, valid or not; null without any. */
  final Fraction[][] values;

  final boolean[][] valid;
  final int[][] counts;
  final Integer[] aqi;

  PlainYears(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    firstDay = date(lines.get(1).split(","));
    days = (lines.size() - 1) / 24;
    hours = new BigDecimal[days][NAMES.length][24];
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",");
      int day = (int) (date(fields).toEpochDay() - firstDay.toEpochDay());
      for (int p = 0; p < NAMES.length; p++) {
        String text = fields[5 + p];
        if (!text.equals("NA")) {
          BigDecimal value = new BigDecimal(text);
          // CO stands in the file in µg/m³.
          hours[day][p][Integer.parseInt(fields[4])] = p == CO ? value.movePointLeft(3) : value;
        }
      }
    }
    values = new Fraction[days][NAMES.length];
    valid = new boolean[days][NAMES.length];
    counts = new int[days][NAMES.length];
    aqi = new Integer[days];
    for (int day = 0; day < days; day++) {
      for (int p = 0; p < O3; p++) {
        mean(day, p);
      }
      ozone(day);
      aqi[day] = index(day);
    }
  }

  private static LocalDate date(String[] fields) {
    return LocalDate.of(
        Integer.parseInt(fields[1]), Integer.parseInt(fields[2]), Integer.parseInt(fields[3]));
  }

  private void mean(int day, int p) {
    BigDecimal sum = BigDecimal.ZERO;
    int count = 0;
    for (int hour = 0; hour < 24; hour++) {
      if (hours[day][p][hour] != null) {
        sum = sum.add(hours[day][p][hour]);
        count++;
      }
    }
    counts[day][p] = count;
    valid[day][p] = count >= 20;
    values[day][p] = count == 0 ? null : Fraction.of(sum, count);
  }

  private void ozone(int day) {
    Fraction highest = null;
    int windows = 0;
    for (int first = 0; first <= 16; first++) {
      BigDecimal sum = BigDecimal.ZERO;
      int count = 0;
      for (int hour = first; hour < first + 8; hour++) {
        if (hours[day][O3][hour] != null) {
          sum = sum.add(hours[day][O3][hour]);
          count++;
        }
      }
      if (count >= 6) {
        windows++;
        Fraction window = Fraction.of(sum, count);
        highest = highest == null || window.compareTo(highest) > 0 ? window : highest;
      }
    }
    counts[day][O3] = windows;
    values[day][O3] = highest;
    valid[day][O3] = highest != null && (windows >= 14 || highest.rounded(0).intValueExact() > 160);
  }

  private Integer index(int day) {
    Integer largest = null;
    for (int p = 0; p < NAMES.length; p++) {
      if (valid[day][p]) {
        largest = larger(largest, index(BREAKPOINTS[p], values[day][p].rounded(p == CO ? 1 : 0)));
      }
    }
    if (valid[day][O3] && values[day][O3].rounded(0).intValueExact() > 800) {
      BigDecimal highest = null;
      for (BigDecimal hour : hours[day][O3]) {
        highest = hour == null || (highest != null && highest.compareTo(hour) > 0) ? highest : hour;
      }
      largest = larger(largest, index(BREAKPOINTS[6], Fraction.of(highest, 1).rounded(0)));
    }
    return largest;
  }

  private static Integer larger(Integer one, Integer other) {
    return one == null || (other != null && other > one) ? other : one;
  }

  private static Integer index(int[] breakpoints, BigDecimal concentration) {
    int tenths = concentration.movePointRight(1).intValueExact();
    for (int i = 1; i < breakpoints.length; i++) {
      if (tenths <= breakpoints[i] * 10) {
        int low = breakpoints[i - 1] * 10;
        double rise = (double) (STEPS[i] - STEPS[i - 1]) * (tenths - low);
        // Whole numbers below 2^53 over a whole number: a quotient that is whole comes out whole.
        return STEPS[i - 1] + (int) Math.ceil(rise / (breakpoints[i] * 10 - low));
      }
    }
    return breakpoints.length < STEPS.length ? null : 500;
  }

  /** The valid values of a pollutant from one date to another, both inclusive. */
  List<Fraction> valid(int p, LocalDate from, LocalDate to) {
    List<Fraction> some = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      LocalDate date = firstDay.plusDays(day);
      if (valid[day][p] && !date.isBefore(from) && !date.isAfter(to)) {
        some.add(values[day][p]);
      }
    }
    return some;
  }

  static Fraction mean(List<Fraction> values) {
    Fraction sum = values.get(0);
    for (int i = 1; i < values.size(); i++) {
      sum = sum.plus(values.get(i));
    }
    return sum.times(1, values.size());
  }

  static Fraction percentile(int p, List<Fraction> values) {
    List<Fraction> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    // k = 1 + (n - 1) p, in hundredths, counted from 1.
    int k = 100 + (sorted.size() - 1) * PERCENTILES[p];
    Fraction below = sorted.get(k / 100 - 1);
    if (k % 100 == 0) {
      return below;
    }
    Fraction above = sorted.get(k / 100);
    return below.times(100 - k % 100, 100).plus(above.times(k % 100, 100));
  }

  /** Whether each month has 27 valid days (February 25), and a whole year 324. */
  boolean enough(int p, LocalDate from, LocalDate to) {
    int all = 0;
    for (LocalDate month = from; !month.isAfter(to); month = month.plusMonths(1)) {
      int count = valid(p, month, month.plusMonths(1).minusDays(1)).size();
      if (count < (month.getMonthValue() == 2 ? 25 : 27)) {
        return false;
      }
      all += count;
    }
    return from.plusYears(1).isAfter(to.plusDays(1)) || all >= 324;
  }

  /** Days with an AQI, and those with one of at most 100. */
  int[] goodDays(LocalDate from, LocalDate to) {
    int[] found = new int[2];
    for (int day = 0; day < days; day++) {
      LocalDate date = firstDay.plusDays(day);
      if (aqi[day] != null && !date.isBefore(from) && !date.isAfter(to)) {
        found[0]++;
        found[1] += aqi[day] <= 100 ? 1 : 0;
      }
    }
    return found;
  }

  /** The unweighted composite index, or null while a pollutant is missing. */
  BigDecimal composite(LocalDate from, LocalDate to) {
    Fraction sum = Fraction.of(BigDecimal.ZERO, 1);
    for (int p = 0; p < NAMES.length; p++) {
      List<Fraction> some = valid(p, from, to);
      if (some.isEmpty()) {
        return null;
      }
      BigDecimal concentration =
          p == CO
              ? percentile(p, some).rounded(1)
              : (p == O3 ? percentile(p, some) : mean(some)).rounded(0);
      sum = sum.plus(Fraction.of(concentration, LIMITS[p]));
    }
    return sum.rounded(2);
  }

  static String percentileName(int p) {
    return "P" + PERCENTILES[p];
  }

  @Override
  public String toString() {
    return firstDay + " " + days + " days of " + Arrays.toString(NAMES);
  }
}
