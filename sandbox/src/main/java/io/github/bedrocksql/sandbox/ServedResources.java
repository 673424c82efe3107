package io.github.bedrocksql.sandbox;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Optional;

/** The resources that the endpoint serves. */
final class ServedResources {
  static final ImmutableList<Resource<?>> ALL =
      ImmutableList.of(
          ImportJob.RESOURCE,
          ImportedModel.RESOURCE,
          CustomModel.RESOURCE,
          ModelInvocationJob.RESOURCE,
          ModelCustomizationJob.RESOURCE,
          CustomModelDeployment.RESOURCE,
          ProvisionedModelThroughput.RESOURCE,
          ModelCopyJob.RESOURCE,
          EvaluationJob.RESOURCE,
          FoundationModel.RESOURCE,
          InferenceProfile.RESOURCE);

  private static final ImmutableMap<String, Resource<?>> BY_LIST_PATH =
      Maps.uniqueIndex(ALL, resource -> resource.listing().path());
  private static final ImmutableMap<String, Resource<?>> BY_GET_PATH =
      Maps.uniqueIndex(ALL, resource -> resource.getting().path());
  private static final ImmutableMap<String, Resource<?>> BY_LIST =
      Maps.uniqueIndex(ALL, resource -> resource.listing().operation());
  private static final ImmutableMap<String, Resource<?>> BY_GET =
      Maps.uniqueIndex(ALL, resource -> resource.getting().operation());

  private ServedResources() {}

  /** Returns the resource whose List has this path. */
  static Optional<Resource<?>> listedAt(String path) {
    return Optional.ofNullable(BY_LIST_PATH.get(path));
  }

  /** Returns the resource whose Get has this path before the identifier. */
  static Optional<Resource<?>> gotAt(String path) {
    return Optional.ofNullable(BY_GET_PATH.get(path));
  }

  /** Returns the resource of a List operation. */
  static Optional<Resource<?>> listedBy(String operation) {
    return Optional.ofNullable(BY_LIST.get(operation));
  }

  /** Returns the resource of a Get operation. */
  static Optional<Resource<?>> gotBy(String operation) {
    return Optional.ofNullable(BY_GET.get(operation));
  }
}
