package ai.policytracker.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  private final Renderer renderer =
      new Renderer(
          JsonMapper.builder()
              .addModule(new JavaTimeModule())
              .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
              .build());

  private record Subject(String technology, String place) {}

  private record Item(Subject subject, String quote, double share, List<String> sources) {}

  private record Dated(LocalDate day, String quote) {}

  private record OneList(List<Item> items, String next, long seq) {}

  private record TwoLists(String company, List<Item> positions, List<Dated> stances) {}

  private record OneThing(String name, List<Item> parts) {}

  private static final Item ITEM =
      new Item(new Subject("faces", null), "said \"no\",\r\nthen yes", -0.5, List.of("a", "b"));

  @Test
  void columnsFollowFromTheTypeAndCellsAreQuoted() {
    String csv = csv(new OneList(List.of(ITEM, new Item(null, "", 1, List.of())), null, 7));

    assertThat(csv)
        .isEqualTo(
            "subject.technology,subject.place,quote,share,sources\r\n"
                + "faces,,\"said \"\"no\"\",\r\nthen yes\",-0.5,\"[\"\"a\"\",\"\"b\"\"]\"\r\n"
                + ",,,1.0,[]\r\n");
    assertThat(csv(new OneList(List.of(), null, 7)))
        .isEqualTo("subject.technology,subject.place,quote,share,sources\r\n");
  }

  @Test
  void cellsThatSpreadsheetsWouldRunAreShownInstead() {
    for (String formula : List.of("=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1")) {
      String csv = csv(new OneList(List.of(new Item(null, formula, 0, List.of())), null, 7));

      assertThat(csv).as(formula).contains(",'" + formula + ",");
    }
  }

  @Test
  void answerWithSeveralListsNamesTheListOfEachLine() {
    TwoLists answer =
        new TwoLists("amazon", List.of(ITEM), List.of(new Dated(LocalDate.of(2020, 6, 10), "no")));

    assertThat(csv(answer).lines().findFirst())
        .contains("list,subject.technology,subject.place,quote,share,sources,day");
    assertThat(csv(answer)).endsWith("\r\nstances,,,no,,,2020-06-10\r\n");
    assertThat(new String(renderer.ndjson(answer), StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("{\"list\":\"positions\",\"subject\":{\"technology\":\"faces\"");
  }

  @Test
  void oneThingWithItsPartsIsNoList() {
    assertThat(AnswerShape.of(new OneThing("x", List.of(ITEM))).isList()).isFalse();
    assertThat(AnswerShape.of(new OneList(List.of(), "abc", 7)).isList()).isTrue();
    assertThat(
            AnswerShape.of(new OneList(List.of(), "abc", 7))
                .nextOf(new OneList(List.of(), "abc", 7)))
        .contains("abc");
  }

  private String csv(Object answer) {
    return new String(renderer.csv(answer), StandardCharsets.UTF_8);
  }
}
