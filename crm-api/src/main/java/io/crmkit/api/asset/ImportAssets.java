package io.crmkit.api.asset;

import java.util.List;

/**
 * Units as another system lists them. Those that are there already are left as they are, so that a
 * list can be given again after it broke off.
 *
 * @param rows at most 10,000
 */
public record ImportAssets(List<AssetRow> rows) {

  public ImportAssets {
    rows = List.copyOf(rows);
  }
}
