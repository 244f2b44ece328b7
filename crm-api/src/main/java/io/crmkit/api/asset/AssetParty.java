package io.crmkit.api.asset;

/** What a customer is to a unit. */
public enum AssetParty {
  OWNER,
  USER,
  MAINTAINER,
  LESSOR
}
