package io.github.bedrocksql.adapter.api;

import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.client.AnswerTimes;
import java.util.HashSet;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;

/** The fields of an answer that are times, wherever they are in it. */
final class TimeFields {
  private final ImmutableSet.Builder<String> paths = ImmutableSet.builder();

  /** A structure may have lists of its own kind. */
  private final Set<Class<?>> entered = new HashSet<>();

  private TimeFields() {}

  /** Returns an answer's times. */
  static AnswerTimes of(SdkPojo answer) {
    TimeFields times = new TimeFields();
    times.add("", answer);
    return AnswerTimes.of(times.paths.build());
  }

  private void add(String before, SdkPojo object) {
    if (!entered.add(object.getClass())) {
      return;
    }
    for (SdkField<?> field : object.sdkFields()) {
      String path = before + field.locationName();
      if (field.marshallingType() == MarshallingType.INSTANT) {
        paths.add(path);
      }
      SdkField<?> structure =
          field.marshallingType() == MarshallingType.LIST
              ? field.getTrait(ListTrait.class).memberFieldInfo()
              : field;
      if (structure.marshallingType() == MarshallingType.SDK_POJO) {
        add(path + ".", structure.constructor().get());
      }
    }
    entered.remove(object.getClass());
  }
}
