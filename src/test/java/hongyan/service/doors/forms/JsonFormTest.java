package hongyan.service.doors.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongyan.service.doors.rejects.Rule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormTest {
  private static final FieldNames NAMES =
      new FieldNames(Set.of("station", "value", "position"), List.of(), null);

  private final Collected found = new Collected();

  @Test
  void keepsEachElementOfAnArrayVerbatim() {
    String first = "{ \"station\" : \"鸿雁-1\",\n  \"value\":35.10 }";
    String second = "{\"value\":1e2,\"position\":{\"a\":[1,2]},\"more\":[{\"x\":null}]}";
    JsonForm.readDocument("\n [" + first + " ,\n\n" + second + "]\n", NAMES, found);
    assertThat(found.raws()).containsExactly(first, second);
    assertThat(found.lines()).containsExactly(1, 2);
    assertThat(found.items.get(0).cells())
        .containsEntry("station", new Cell(Cell.Kind.STRING, "鸿雁-1"))
        .containsEntry("value", new Cell(Cell.Kind.NUMBER, "35.10"));
    assertThat(found.items.get(1).cells())
        .containsEntry("position", new Cell(Cell.Kind.OBJECT, "{\"a\":[1,2]}"))
        .doesNotContainKey("more");
  }

  @Test
  void keepsElementsVerbatimBeyondTheParsersBuffer() {
    StringBuilder body = new StringBuilder("[");
    for (int i = 0; i < 3_000; i++) {
      body.append(i == 0 ? "" : ",").append(element(i));
    }
    JsonForm.readDocument(body.append("]").toString(), NAMES, found);
    assertThat(found.items).hasSize(3_000);
    assertThat(found.items.get(2_999).raw()).isEqualTo(element(2_999));
    assertThat(found.items.get(1_500).raw()).isEqualTo(element(1_500));
  }

  private static String element(int i) {
    return "{\"station\":\"雁\\u0041😀 " + i + "\", \"value\":" + i + ",\"position\":[" + i + "] }";
  }

  @Test
  void readsOneObject() {
    JsonForm.readDocument(" {\"value\":null,\"station\":true} ", NAMES, found);
    assertThat(found.raws()).containsExactly("{\"value\":null,\"station\":true}");
    assertThat(found.items.get(0).cells())
        .containsOnlyKeys("station")
        .containsValue(new Cell(Cell.Kind.BOOLEAN, "true"));
  }

  @Test
  void takesAnEmptyArrayAsNoRecords() {
    JsonForm.readDocument("[]", NAMES, found);
    assertThat(found.items).isEmpty();
    assertThat(found.refusals).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"value\":1},{\"value\":}]",
        "[{\"value\":1}",
        "{\"value\":1",
        "{\"value\":1}{\"value\":2}",
        "{'value':1}",
        "nothing",
        "[{\"value\":1},]"
      })
  void refusesABrokenDocumentWhole(String body) {
    assertThatThrownBy(() -> JsonForm.readDocument(body, NAMES, found))
        .isInstanceOfSatisfying(
            BodyFault.class,
            fault -> {
              assertThat(fault.fault().rule()).isEqualTo(Rule.BROKEN_JSON);
              assertThat(fault.line()).isEqualTo(1);
            });
  }

  @Test
  void namesLineAndColumnOfTheBreak() {
    assertThatThrownBy(
            () -> JsonForm.readDocument("[{\"value\":1},\n  {\"value\":x}]", NAMES, found))
        .isInstanceOfSatisfying(
            BodyFault.class,
            fault -> {
              assertThat(fault.line()).isEqualTo(2);
              assertThat(fault.fault().extra()).startsWith("2:12");
            });
  }

  @Test
  void survivesEndlessNesting() {
    String body = "[".repeat(100_000);
    assertThatThrownBy(() -> JsonForm.readDocument(body, NAMES, found))
        .isInstanceOfSatisfying(
            BodyFault.class, fault -> assertThat(fault.fault().rule()).isEqualTo(Rule.BROKEN_JSON));
  }

  @Test
  void refusesABareValue() {
    assertThatThrownBy(() -> JsonForm.readDocument("5", NAMES, found))
        .isInstanceOfSatisfying(
            BodyFault.class,
            fault -> assertThat(fault.fault().rule()).isEqualTo(Rule.NOT_AN_OBJECT));
  }

  @Test
  void refusesElementsThatAreNoObjectsByThemselves() {
    JsonForm.readDocument("[1, \"two\" ,[3],{\"value\":4}]", NAMES, found);
    assertThat(found.faults())
        .containsExactly("1 null not-an-object", "2 null not-an-object", "3 null not-an-object");
    assertThat(found.refusals).extracting("raw").containsExactly("1", "\"two\"", "[3]");
    assertThat(found.lines()).containsExactly(4);
  }

  @Test
  void refusesAKeyThatStandsTwice() {
    JsonForm.readDocument(
        "[{\"value\":1,\"value\":2},{\"x\":1,\"x\":1},{\"value\":3}]", NAMES, found);
    assertThat(found.faults()).containsExactly("1 value duplicate-key", "2 x duplicate-key");
    assertThat(found.lines()).containsExactly(3);
  }

  @Test
  void refusesAKnownNameInAnotherCase() {
    JsonForm.readDocument("{\"Value\":1}", NAMES, found);
    assertThat(found.faults()).containsExactly("1 Value wrong-case");
    assertThat(found.refusals.get(0).faults().get(0).extra()).isEqualTo("value");
  }

  @Test
  void readsNaNAsANumberSoThatOnlyItsRecordFalls() {
    JsonForm.readDocument("[{\"value\":NaN},{\"x\":-Infinity},{\"value\":1}]", NAMES, found);
    assertThat(found.items.get(0).cells())
        .containsEntry("value", new Cell(Cell.Kind.NUMBER, "NaN"));
    assertThat(found.faults()).containsExactly("2 x not-finite");
    assertThat(found.lines()).containsExactly(1, 3);
  }

  @Test
  void letsABrokenLineSpoilNoOther() {
    JsonForm.readLines(
        "{\"value\":1}\r\n\n{\"value\":\n{\"value\":2} {\"value\":3}\n 7\n\t{\"value\":4} ",
        NAMES,
        found);
    assertThat(found.lines()).containsExactly(1, 6);
    assertThat(found.raws()).containsExactly("{\"value\":1}", "\t{\"value\":4} ");
    assertThat(found.faults())
        .containsExactly("3 null broken-json", "4 null broken-json", "5 null not-an-object");
    assertThat(found.refusals.get(0).raw()).isEqualTo("{\"value\":");
    assertThat(found.refusals.get(0).faults().get(0).extra()).startsWith("3:10");
  }
}
