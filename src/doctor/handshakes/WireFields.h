#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include "cluster/Diagnosis.h"

/// Messages of the conversation as fields, each with the bytes that it is made of. Pure; names and values
/// are in the wire's own terms and are not translated.
namespace nodescope::doctor {

struct WireField
{
    QString name;         ///< `length`, `tag`, `flags` …
    QString value;        ///< as it is shown; for what was blanked empty
    qsizetype offset = 0; ///< in the excerpt's bytes
    qsizetype length = 0;
    bool blanked = false; ///< it proves a secret, and its bytes were zeroed
    QStringList parts;    ///< the names of set flags

    friend bool operator==(const WireField &, const WireField &) = default;
};

/// The fields of a handshake message in their order, without gap; bytes behind the last known one are
/// `rest`. A message that is cut short, or not known, has as many fields as its bytes allow.
/// `lengthBytes` is how many bytes state the length, where that is known; 0: told by the bytes.
[[nodiscard]] QList<WireField> fieldsOf(const cluster::WireExcerpt &excerpt, int lengthBytes = 0);
/// Whether a byte proves a secret, and was zeroed.
[[nodiscard]] bool isBlanked(const cluster::WireExcerpt &excerpt, qsizetype byte);
/// Which field holds a byte; -1: none.
[[nodiscard]] int fieldAt(const QList<WireField> &fields, qsizetype byte);

/// The excerpts that belong to a rung, by their index: what was sent and received on it. What ended the
/// conversation belongs to the rung that broke.
[[nodiscard]] QList<qsizetype> excerptsOn(const cluster::Diagnosis &diagnosis, cluster::Rung rung);

} // namespace nodescope::doctor
