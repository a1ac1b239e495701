package ai.policytracker.wire;

import ai.policytracker.event.Claim;
import ai.policytracker.event.Correction;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Names and types of all fields that a record has on the wire, in records within it too.
 *
 * @param fields type by path: {@code claim.until.date}
 * @param values of each enum by its name, as they stand on the wire
 */
record Shape(SortedMap<String, String> fields, SortedMap<String, Set<String>> values) {

  static Shape of(Class<? extends Record> type) {
    Shape shape = new Shape(new TreeMap<>(), new TreeMap<>());
    shape.add("", type);
    return shape;
  }

  private void add(String path, Class<?> record) {
    for (RecordComponent component : record.getRecordComponents()) {
      add(path + component.getName(), component.getGenericType());
    }
  }

  private void add(String path, Type type) {
    switch (type) {
      case ParameterizedType list when list.getRawType() == List.class ->
          add(path + "[]", list.getActualTypeArguments()[0]);
      case ParameterizedType map when map.getRawType() == SortedMap.class ->
          add(path + "{}", map.getActualTypeArguments()[1]);
      case Class<?> changed when changed == Correction.class -> addCorrected(path + ".");
      case Class<?> record when record.isRecord() -> add(path + ".", record);
      case Class<?> other -> addLeaf(path, other);
      default -> throw new IllegalArgumentException(path + ": no wire form for " + type);
    }
  }

  /** A correction holds fields of a claim. */
  private void addCorrected(String path) {
    for (RecordComponent component : Claim.class.getRecordComponents()) {
      if (Correction.FIELDS.contains(component.getName())) {
        add(path + component.getName(), component.getGenericType());
      }
    }
  }

  private void addLeaf(String path, Class<?> leaf) {
    fields.put(path, leaf.getSimpleName());
    if (leaf.isEnum()) {
      values.put(
          leaf.getSimpleName(),
          Arrays.stream(leaf.getEnumConstants())
              .map(Shape::wireForm)
              .collect(Collectors.toCollection(LinkedHashSet::new)));
    }
  }

  private static String wireForm(Object constant) {
    boolean named =
        Arrays.stream(constant.getClass().getMethods())
            .noneMatch(method -> method.isAnnotationPresent(JsonValue.class));
    return named ? ((Enum<?>) constant).name() : Json.MAPPER.valueToTree(constant).textValue();
  }

  /** One line a field, then one line an enum. */
  List<String> lines() {
    List<String> lines =
        fields.entrySet().stream()
            .map(field -> field.getKey() + " " + field.getValue())
            .collect(Collectors.toList());
    values.forEach((name, of) -> lines.add(name + " = " + String.join(" ", of)));
    return lines;
  }

  static Shape parse(List<String> lines) {
    Shape shape = new Shape(new TreeMap<>(), new TreeMap<>());
    for (String line : lines) {
      String[] values = line.split(" = ", 2);
      if (values.length == 2) {
        shape.values.put(values[0], new LinkedHashSet<>(List.of(values[1].split(" "))));
      } else {
        String[] field = line.split(" ", 2);
        shape.fields.put(field[0], field[1]);
      }
    }
    return shape;
  }

  /** Fields that the other has differently, and values that it has no more. */
  SortedMap<String, String> differences(Shape now) {
    SortedMap<String, String> differences = new TreeMap<>();
    Set<String> paths = new LinkedHashSet<>(fields.keySet());
    paths.addAll(now.fields.keySet());
    for (String path : paths) {
      String was = fields.get(path);
      String is = now.fields.get(path);
      if (!Objects.equals(was, is)) {
        differences.put(path, "was " + was + ", is " + is);
      }
    }
    values.forEach(
        (name, were) -> {
          Set<String> gone = new LinkedHashSet<>(were);
          gone.removeAll(now.values.getOrDefault(name, Set.of()));
          if (!gone.isEmpty()) {
            differences.put(name, "has no more " + gone);
          }
        });
    return differences;
  }
}
