#pragma once

#include <optional>

#include <QList>
#include <QString>

#include "cluster/Handshake.h"

/// What follows from a handshake's messages: flags by name, which challenge a digest signs, and how two
/// handshakes differ. Pure and thread-safe; names are the wire's own and are not translated.
namespace nodescope::doctor {

/// One flag, as both ends have it.
struct FlagRow
{
    QString name;
    int bit = 0;
    bool ours = false;
    bool theirs = false;
    int mandatorySince = 0; ///< the OTP release from which on nodes demand it; 0: none does
    [[nodiscard]] bool agreed() const { return ours && theirs; }
    /// Demanded by nodes of today, and lacking on one side.
    [[nodiscard]] bool missing() const { return mandatorySince > 0 && (!ours || !theirs); }
};
/// By rising bit: all that either end has, or that nodes demand. Shorthands are spelled out. A side that has
/// not said its flags has none.
[[nodiscard]] QList<FlagRow> flagRowsOf(const cluster::HandshakeRecord &record);

/// The challenge of which the digest of that line is made; nothing if it has none, or it was not seen.
[[nodiscard]] std::optional<quint32> signedChallenge(const cluster::HandshakeRecord &record, qsizetype line);
/// MD5(cookie ++ challenge as decimal), as hexadecimal digits. Not to be logged or kept.
[[nodiscard]] QString digestText(const base::Secret &cookie, quint32 challenge);
/// Whether the line's digest is that one.
[[nodiscard]] bool digestFits(const cluster::HandshakeLine &line, const base::Secret &cookie,
                              quint32 challenge);

/// One message of two handshakes, side by side; -1: the handshake has none.
struct LinePair
{
    qsizetype a = -1;
    qsizetype b = -1;
    QStringList differ; ///< names of fields; those that never are alike stand in `always`
    QStringList always; ///< challenge, digest and creation differ each time
};
[[nodiscard]] QList<LinePair> comparisonOf(const cluster::HandshakeRecord &a,
                                           const cluster::HandshakeRecord &b);

} // namespace nodescope::doctor
