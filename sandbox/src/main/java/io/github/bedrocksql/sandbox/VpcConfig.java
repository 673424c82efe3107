package io.github.bedrocksql.sandbox;

import java.util.List;

/**
 * Where a job runs; as answers have it.
 *
 * @param securityGroupIds null for none
 */
public record VpcConfig(List<String> subnetIds, List<String> securityGroupIds) {}
