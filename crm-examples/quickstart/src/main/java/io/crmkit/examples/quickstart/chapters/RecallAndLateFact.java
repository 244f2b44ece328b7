package io.crmkit.examples.quickstart.chapters;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetState;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetTransfers;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.AssetsInTime;
import io.crmkit.api.asset.CorrectHistory;
import io.crmkit.api.asset.Recall;
import io.crmkit.api.asset.TwoTimes;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.value.Label;
import io.crmkit.examples.quickstart.story.Role;
import io.crmkit.examples.quickstart.story.Tale;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Step 12: where every unit of a batch went, and what was known of a machine's past, and when. */
public final class RecallAndLateFact implements Chapter {

  /** A Monday. */
  private static final int TOLD = 126;

  /** A day on which nobody knew of it yet. */
  private static final int BEFORE = 121;

  /** The Tuesday that is asked about; the machine stood still from the day before to the next. */
  private static final int ASKED = 99;

  @Override
  public Label title() {
    return new Label("A batch is recalled, a fact comes late", "批次召回与迟到的事实");
  }

  @Override
  public List<Class<?>> needs() {
    return List.of(AssetTransfers.class, AssetsInTime.class);
  }

  @Override
  public void tell(Tale tale) {
    tale.at(TOLD, "08:00");
    recall(tale);
    lateFact(tale);
    asKnown(tale, List.of(moment(tale, BEFORE, "12:00"), tale.session().now()));
  }

  private void recall(Tale tale) {
    tale.tell()
        .say(
            "The maker recalls detectors of batch {0}. Where are they, and who ever had one?",
            "厂家召回批次 {0} 的探测器。现在何处，谁曾持有？", PartSwapped.BATCH);
    Query<Asset> batch = Query.where(AssetAttributes.BATCH.eq(PartSwapped.BATCH));
    for (Recall recalled : tale.get(AssetsInTime.class).recall(batch).items()) {
      Asset unit = recalled.asset();
      tale.tell()
          .item(
              "{0}: {1}, now at {2}",
              "{0}：{1}，现在{2}",
              unit.label(),
              unit.life().status().label(),
              Units.name(tale, unit.customer()));
      for (Recall.Holder holder : recalled.holders()) {
        tale.tell()
            .row(
                "    "
                    + tale.tell().formats().both(Units.name(tale, holder.customer()))
                    + tale.text(": ", "：")
                    + Units.time(tale, holder.from(), holder.to()));
      }
    }
  }

  private void lateFact(Tale tale) {
    tale.at(TOLD, "09:00");
    Asset workstation = tale.get(Assets.class).get(tale.cast().get(Role.LATE_WORKSTATION));
    Instant from = moment(tale, ASKED - 1, "08:00");
    Instant to = moment(tale, ASKED + 1, "17:00");
    tale.session()
        .because(tale.text("The hospital's log says so", "医院日志有记载"))
        .get(AssetTransfers.class)
        .correct(
            new CorrectHistory(
                workstation.id(),
                workstation.version(),
                new CorrectHistory.Status(AssetStatus.IN_REPAIR),
                from,
                to));
    tale.tell()
        .say(
            "{0}: a log turns up. {1} was in repair from {2} to {3}, when the hospital had it.",
            "{0}：查到一份日志。{1} 曾于 {2} 至 {3} 维修，当时属于医院。",
            tale.session().now(),
            workstation.label(),
            from,
            to);
  }

  private static Instant moment(Tale tale, int day, String time) {
    return tale.day(day)
        .atTime(LocalTime.parse(time))
        .atZone(tale.facts().profile().zone())
        .toInstant();
  }

  private void asKnown(Tale tale, List<Instant> known) {
    Instant asked = moment(tale, ASKED, "12:00");
    tale.tell()
        .say("Its status on {0}, and what the hospital had then:", "它在 {0} 的状态，以及医院当时的设备：", asked);
    AssetsInTime time = tale.get(AssetsInTime.class);
    for (Instant when : known) {
      TwoTimes times = TwoTimes.at(asked).asKnownOn(when);
      Label status =
          time.unit(tale.cast().get(Role.LATE_WORKSTATION), times)
              .map(AssetState::status)
              .map(AssetStatus::label)
              .orElseThrow();
      List<String> counts = new ArrayList<>();
      time.counts(tale.cast().get(Role.CUSTOMER), times)
          .forEach((of, count) -> counts.add(count + tale.text(" ", " 台") + tale.text(of.label())));
      tale.tell().item("as known on {0}: {1}; {2}", "按 {0} 所知：{1}；{2}", when, status, counts);
    }
  }
}
