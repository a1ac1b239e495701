package ai.policytracker.query.position;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;

/**
 * A list that is kept as the JSON that it is answered with. What asks for its elements has them
 * read from there.
 */
final class RenderedList<T> extends AbstractList<T> implements JsonSerializable {
  private final int size;
  private final Utf8Json json;
  private final ObjectReader elements;

  /**
   * @param json as the mapper that writes answers writes the list
   * @param elements reads it
   */
  RenderedList(int size, byte[] json, ObjectReader elements) {
    this.size = size;
    this.json = new Utf8Json(json);
    this.elements = elements;
  }

  int bytes() {
    return json.bytes();
  }

  private List<T> read() {
    try {
      return json.read(elements);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public T get(int index) {
    return read().get(index);
  }

  @Override
  public Iterator<T> iterator() {
    return read().iterator();
  }

  @Override
  public int size() {
    return size;
  }

  /** Trees want the elements; they do not know raw values. */
  @Override
  public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
    if (!(generator instanceof TokenBuffer)) {
      generator.writeRawValue(json);
      return;
    }
    generator.writeStartArray(this, size);
    for (T element : read()) {
      provider.defaultSerializeValue(element, generator);
    }
    generator.writeEndArray();
  }

  @Override
  public void serializeWithType(
      JsonGenerator generator, SerializerProvider provider, TypeSerializer type)
      throws IOException {
    serialize(generator, provider);
  }
}
