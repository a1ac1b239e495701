package ai.policytracker.query.answer;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the record of an answer holds, by the words that all answers share: {@code seq}, {@code
 * next}, and the lists that make it a list answer. A new route's answers are read like all others.
 *
 * @param lists those of records, where the answer is a list; empty for one thing with its parts
 */
record AnswerShape(List<Part> lists, Method seq, Method next) {
  /** The names that make an answer a list. */
  private static final List<String> LISTS = List.of("items", "positions");

  private static final ClassValue<AnswerShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected AnswerShape computeValue(Class<?> type) {
          return read(type);
        }
      };

  /**
   * A list in an answer.
   *
   * @param element the record type of its elements
   */
  record Part(String name, Class<?> element, Method accessor) {
    /** Null where the answer does not have this list. */
    List<?> of(Object answer) {
      return (List<?>) call(accessor, answer);
    }

    boolean standsAlone() {
      return accessor.isAnnotationPresent(InsteadOfItems.class);
    }
  }

  static AnswerShape of(Object answer) {
    return SHAPES.get(answer.getClass());
  }

  boolean isList() {
    return !lists.isEmpty();
  }

  /** The lists whose elements are the lines of this answer. */
  List<Part> listsOf(Object answer) {
    List<Part> present = lists.stream().filter(part -> part.of(answer) != null).toList();
    return present.stream().filter(Part::standsAlone).findFirst().map(List::of).orElse(present);
  }

  /** Of the last change that the answer rests on; empty where it does not tell. */
  Optional<Long> seqOf(Object answer) {
    return seq == null ? Optional.empty() : Optional.of((Long) call(seq, answer));
  }

  /** Cursor of the next page; empty where there is none. */
  Optional<String> nextOf(Object answer) {
    return next == null ? Optional.empty() : Optional.ofNullable((String) call(next, answer));
  }

  private static AnswerShape read(Class<?> type) {
    if (!type.isRecord()) {
      return new AnswerShape(List.of(), null, null);
    }
    List<Part> parts = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      elementOf(component.getGenericType())
          .ifPresent(
              element -> parts.add(new Part(component.getName(), element, accessor(component))));
    }
    boolean isList = parts.stream().anyMatch(part -> LISTS.contains(part.name()));
    return new AnswerShape(
        isList ? List.copyOf(parts) : List.of(),
        component(type, "seq", long.class),
        component(type, "next", String.class));
  }

  private static Optional<Class<?>> elementOf(Type type) {
    return type instanceof ParameterizedType list
            && list.getRawType() == List.class
            && list.getActualTypeArguments()[0] instanceof Class<?> element
            && element.isRecord()
        ? Optional.of(element)
        : Optional.empty();
  }

  private static Method component(Class<?> type, String name, Class<?> ofType) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> component.getName().equals(name) && component.getType() == ofType)
        .findFirst()
        .map(AnswerShape::accessor)
        .orElse(null);
  }

  private static Method accessor(RecordComponent component) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    return accessor;
  }

  private static Object call(Method accessor, Object answer) {
    try {
      return accessor.invoke(answer);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("accessor of a record", e);
    }
  }
}
