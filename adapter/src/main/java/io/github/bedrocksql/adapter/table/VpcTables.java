package io.github.bedrocksql.adapter.table;

/** Tables of the subnets and security groups that jobs work with. */
final class VpcTables {
  static final String SUBNETS = "vpcConfig.subnetIds";
  static final String SECURITY_GROUPS = "vpcConfig.securityGroupIds";

  private VpcTables() {}

  /** Completes the table of subnets: its rows are the elements of {@link #SUBNETS}. */
  static TableDefinition subnets(TableDraft table) {
    return table
        .ordinal("ordinal_position", "Place in the job's list, counted from 1")
        .element("subnet_id", "Id of the subnet, such as subnet-06499af8d")
        .place()
        .build();
  }

  /** Completes the table of security groups: its rows are those of {@link #SECURITY_GROUPS}. */
  static TableDefinition securityGroups(TableDraft table) {
    return table
        .ordinal("ordinal_position", "Place in the job's list, counted from 1")
        .element("security_group_id", "Id of the security group, such as sg-0a1b2c3d4")
        .place()
        .build();
  }
}
