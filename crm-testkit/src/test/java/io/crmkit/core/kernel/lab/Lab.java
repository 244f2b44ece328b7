package io.crmkit.core.kernel.lab;

import static io.crmkit.core.kernel.lab.LabEntities.KEEPERS;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;

import io.crmkit.api.module.ProvidedBy;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Tx;
import java.util.UUID;
import java.util.function.Function;

/** Bare units of work. */
@ProvidedBy("io.crmkit:crm-lab")
public interface Lab {

  /** The command {@code lab.do} with this content. */
  <R> R run(Object input, Function<Tx, R> body);

  default <R> R run(Function<Tx, R> body) {
    return run("no content", body);
  }

  <R> R read(Function<ReadTx, R> body);

  default Specimen add(Specimen specimen) {
    return run(specimen, tx -> tx.store(SPECIMENS).insert(specimen));
  }

  /** A specimen that has nothing but a label. */
  default Specimen add(String label) {
    return run(label, tx -> tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), label)));
  }

  default Keeper addKeeper(String name) {
    return run(
        name, tx -> tx.store(KEEPERS).insert(new Keeper(new KeeperId(tx.newId()), 0, name, null)));
  }

  default Specimen load(SpecimenId id) {
    return read(tx -> tx.store(SPECIMENS).get(id));
  }

  default Specimen save(Specimen before, Specimen after) {
    return run(after, tx -> tx.store(SPECIMENS).save(before, after));
  }

  default long count() {
    return read(tx -> tx.store(SPECIMENS).count(io.crmkit.api.criteria.Criteria.all()));
  }

  default boolean exists(UUID id) {
    return read(tx -> tx.store(SPECIMENS).find(new SpecimenId(id)).isPresent());
  }
}
