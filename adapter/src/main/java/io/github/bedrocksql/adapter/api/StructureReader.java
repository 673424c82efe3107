package io.github.bedrocksql.adapter.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.Maps;
import io.github.bedrocksql.adapter.client.UnreadableAnswer;
import java.io.IOException;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.Buildable;

/** Reads a structure of an answer, all its fields: those that the SDK does not know are skipped. */
final class StructureReader {
  private final java.util.function.Supplier<? extends SdkPojo> builder;

  /** By the API's names. Made when first read: of most structures none is, and some recur. */
  private final Supplier<Map<String, FieldReader>> fields;

  /**
   * Describes a structure.
   *
   * @param builder makes a builder of the SDK's class
   */
  StructureReader(java.util.function.Supplier<? extends SdkPojo> builder) {
    this.builder = builder;
    this.fields =
        Suppliers.memoize(
            () ->
                Map.copyOf(
                    Maps.transformValues(
                        builder.get().sdkFieldNameToField(),
                        field -> new FieldReader(field, ValueReader.of(field)))));
  }

  private record FieldReader(SdkField<?> field, ValueReader reader) {}

  /**
   * Reads from behind the brace that opens the structure to the one that closes it.
   *
   * @throws IOException if it is not JSON
   * @throws UnreadableAnswer if a field has another type than the API's
   */
  SdkPojo read(JsonParser parser, UnknownMembers unknown) throws IOException {
    Map<String, FieldReader> known = fields.get();
    SdkPojo object = builder.get();
    String firstUnknown = null;
    boolean given = false;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      FieldReader field = known.get(name);
      if (field == null) {
        parser.skipChildren();
        firstUnknown = firstUnknown == null && token != JsonToken.VALUE_NULL ? name : firstUnknown;
      } else if (token != JsonToken.VALUE_NULL || field.reader().readsNull()) {
        field.field().set(object, field.reader().read(parser, name, unknown));
        given = true;
      }
    }
    SdkPojo structure = (SdkPojo) ((Buildable) object).build();
    if (!given && firstUnknown != null) {
      unknown.add(structure, firstUnknown);
    }
    return structure;
  }
}
