#pragma once

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include "cluster/Diagnosis.h"

namespace nodescope::cluster {

/// One setting of two nodes that do not connect, side by side.
struct SettingPair
{
    QString setting; ///< stable identifier, e.g. `cookie`, `name_mode`, `net_ticktime`, `proto_dist`
    QString a;       ///< as the node itself says, e.g. `longnames`; never a cookie; empty: not known
    QString b;
    bool differs = false;  ///< both are known, and not alike
    bool explains = false; ///< the difference is why the two do not connect

    friend bool operator==(const SettingPair &, const SettingPair &) = default;
};

/// What a node told about itself without any cookie (protocol.md 1.5: a probe stops after the challenge).
struct PeerFacts
{
    QString name;    ///< as it calls itself; empty: it did not come so far
    QString release; ///< likely releases by its flags, e.g. `25 to 26`; empty: not told by them
    quint64 flags = 0;
    quint32 creation = 0;
    bool hidden = false;
    QStringList missingFlags; ///< that we demand and it lacks
    QStringList features;     ///< facts for people in the wire's terms, e.g. `gives dynamic names`

    friend bool operator==(const PeerFacts &, const PeerFacts &) = default;
};

/// One climb of the connection ladder, while it runs and when it has ended. Made by `doctor`.
struct Examination
{
    quint64 id = 0;      ///< as the intent said
    base::NodeName from; ///< selfName(), or the node that is asked to connect
    base::NodeName to;
    bool running = true;
    /// Grows rung by rung while it runs (its cause is then None and means nothing yet).
    Diagnosis diagnosis;
    PeerFacts facts;
    QList<SettingPair> settings; ///< with `from` another node: those that matter first
};

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::Examination)
