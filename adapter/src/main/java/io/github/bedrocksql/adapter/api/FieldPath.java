package io.github.bedrocksql.adapter.api;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** The way from an object of the SDK to one of its fields, such as {@code vpcConfig.subnetIds}. */
public final class FieldPath {
  private static final Splitter STEPS = Splitter.on('.');

  private final String text;
  private final ImmutableList<SdkField<?>> steps;

  private FieldPath(String text, ImmutableList<SdkField<?>> steps) {
    this.text = text;
    this.steps = steps;
  }

  /**
   * Finds a path.
   *
   * @param object any object of the class, or its builder
   * @param path the API's names of the fields
   * @throws IllegalArgumentException if the class has no such fields
   */
  public static FieldPath of(SdkPojo object, String path) {
    ImmutableList.Builder<SdkField<?>> steps = ImmutableList.builder();
    SdkPojo current = object;
    List<String> names = STEPS.splitToList(path);
    for (int i = 0; i < names.size(); i++) {
      SdkField<?> field = field(current, names.get(i));
      steps.add(field);
      current = i < names.size() - 1 ? field.constructor().get() : current;
    }
    return new FieldPath(path, steps.build());
  }

  /** Returns whether a class has a field. */
  public static boolean has(SdkPojo object, String field) {
    return find(object, field).isPresent();
  }

  private static Optional<SdkField<?>> find(SdkPojo object, String name) {
    return object.sdkFields().stream()
        .filter(field -> field.locationName().equals(name))
        .findFirst();
  }

  private static SdkField<?> field(SdkPojo object, String name) {
    return find(object, name)
        .orElseThrow(
            () -> new IllegalArgumentException(object.getClass() + " has no field " + name));
  }

  /**
   * Returns the path to a field of the elements of this list.
   *
   * @throws IllegalArgumentException if this is not a list of structures with such a field
   */
  public FieldPath ofElement(String path) {
    return of(element(), path);
  }

  /** Returns an empty element of this list of structures. */
  public SdkPojo element() {
    return (SdkPojo) lastStep().getTrait(ListTrait.class).memberFieldInfo().constructor().get();
  }

  /** Returns an empty object of this structure. */
  SdkPojo structure() {
    return lastStep().constructor().get();
  }

  /** Returns the API's names of the fields, with dots between them. */
  public String text() {
    return text;
  }

  /** Returns what kind of value the SDK has there. */
  public MarshallingType<?> type() {
    return lastStep().marshallingType();
  }

  private SdkField<?> lastStep() {
    return steps.get(steps.size() - 1);
  }

  /** Returns the API's name of the field itself. */
  String last() {
    return lastStep().locationName();
  }

  /** Returns the value; null where it, or what it is in, was not given. */
  public Object read(SdkPojo object) {
    Object value = object;
    for (SdkField<?> step : steps) {
      value = given(step.getValueOrDefault((SdkPojo) value));
      if (value == null) {
        return null;
      }
    }
    return value;
  }

  /** The SDK has an empty list for one that was not given. */
  static Object given(Object value) {
    return value instanceof SdkAutoConstructList<?> || value instanceof SdkAutoConstructMap<?, ?>
        ? null
        : value;
  }

  /** Returns whether values are lists, maps or structures. */
  public boolean isNested() {
    return type() == MarshallingType.LIST
        || type() == MarshallingType.MAP
        || type() == MarshallingType.SDK_POJO;
  }

  @Override
  public String toString() {
    return text;
  }

  /** Returns the fields of an object that were given, by the API's names. */
  static Map<String, Object> givenFields(SdkPojo object) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (SdkField<?> field : object.sdkFields()) {
      Object value = given(field.getValueOrDefault(object));
      if (value != null) {
        fields.put(field.locationName(), value);
      }
    }
    return fields;
  }
}
