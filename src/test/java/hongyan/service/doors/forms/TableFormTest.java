package hongyan.service.doors.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.service.doors.rejects.Rule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableFormTest {
  private static final FieldNames NAMES =
      new FieldNames(Set.of("id", "name", "n"), List.of("id", "name"), "id,name,n");

  private final Collected found = new Collected();

  @Test
  void keepsLinesVerbatimAndNumbersThemByWhereTheyStart() {
    readCommas("id,name,n\r\n1,\"a,b\",5\r\n2,\"two\r\nlines \"\"q\"\"\",\r\n\r\n3, c ,7");
    assertThat(found.lines()).containsExactly(2, 3, 6);
    assertThat(found.raws())
        .containsExactly("1,\"a,b\",5", "2,\"two\r\nlines \"\"q\"\"\",", "3, c ,7");
    assertThat(found.items.get(1).cells())
        .containsEntry("name", new Cell(Cell.Kind.PLAIN, "two\r\nlines \"q\""))
        .doesNotContainKey("n");
    assertThat(found.items.get(2).cells()).containsEntry("name", new Cell(Cell.Kind.PLAIN, " c "));
  }

  @Test
  void keepsTheHeaderWithALineUnlessItIsTheDocumentedOne() {
    readCommas("name,other,id\na,x,1\n");
    assertThat(found.raws()).containsExactly("name,other,id\na,x,1");
    assertThat(found.items.get(0).cells()).containsOnlyKeys("name", "id");
  }

  @Test
  void readsTabsWithoutQuotes() {
    TableForm.read(Table.ofTabs("id\tname\n1\t\"a\n2\t b\"c,d\n"), NAMES, found);
    assertThat(found.items)
        .extracting(item -> item.cells().get("name").text())
        .containsExactly("\"a", " b\"c,d");
  }

  @Test
  void refusesALineWithAnotherNumberOfColumns() {
    readCommas("id,name,n\n1,a\n2,b,3,4\n\n3,c,5\n");
    assertThat(found.faults()).containsExactly("2 null ragged-line", "3 null ragged-line");
    assertThat(found.refusals.get(0).raw()).isEqualTo("1,a");
    assertThat(found.lines()).containsExactly(5);
  }

  @Test
  void takesALoneEmptyColumnForABlankLine() {
    TableForm.read(
        Table.ofCommas("id\n1\n\n2\n"), new FieldNames(Set.of("id"), List.of("id"), null), found);
    assertThat(found.lines()).containsExactly(2, 4);
  }

  @Test
  void takesATableWithoutLinesAsNoRecords() {
    readCommas("id,name\n");
    assertThat(found.items).isEmpty();
  }

  @Test
  void refusesAMissingHeaderByName() {
    assertFault("id,n\n1,2\n", Rule.MISSING_HEADER, "name", 1);
  }

  @Test
  void refusesAHeaderInAnotherCase() {
    assertFault("id,name,N\n1,2,3\n", Rule.WRONG_CASE, "N", 1);
  }

  @Test
  void refusesAHeaderThatStandsTwice() {
    assertFault("id,name,id\n1,2,3\n", Rule.DUPLICATE_HEADER, "id", 1);
  }

  @Test
  void refusesAQuoteThatIsNeverClosed() {
    assertThatThrownBy(() -> readCommas("id,name\n1,a\n2,\"b\n3,c\n"))
        .isInstanceOfSatisfying(
            BodyFault.class, fault -> assertThat(fault.fault().rule()).isEqualTo(Rule.BROKEN_CSV));
  }

  @Test
  void refusesTextBehindAQuote() {
    assertThatThrownBy(() -> readCommas("id,name\n1,\"a\"x\n"))
        .isInstanceOfSatisfying(
            BodyFault.class,
            fault -> {
              assertThat(fault.fault().rule()).isEqualTo(Rule.BROKEN_CSV);
              assertThat(fault.line()).isEqualTo(2);
            });
  }

  private void readCommas(String body) {
    TableForm.read(Table.ofCommas(body), NAMES, found);
  }

  private void assertFault(String body, Rule rule, String field, int line) {
    assertThatThrownBy(() -> readCommas(body))
        .isInstanceOfSatisfying(
            BodyFault.class,
            fault -> {
              assertThat(fault.fault().rule()).isEqualTo(rule);
              assertThat(fault.fault().field()).isEqualTo(field);
              assertThat(fault.line()).isEqualTo(line);
            });
  }
}
