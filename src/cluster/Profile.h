#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

#include "base/NodeName.h"
#include "base/Result.h"
#include "cluster/Discovery.h"

namespace nodescope::cluster {

/// Where a person placed a node in the picture, in the scene's units.
struct PlacedNode
{
    base::NodeName node;
    double x = 0;
    double y = 0;
    bool pinned = false;
    friend bool operator==(const PlacedNode &, const PlacedNode &) = default;
};

/// A cluster as a person named it: where to enter it, who should be there, how it is discovered. Holds
/// paths of cookie and option files, never what is in them.
struct Profile
{
    QString name;                    ///< one line, 1 to 80 characters
    QList<base::NodeName> entry;     ///< nodes that are connected to when it is opened
    QList<base::NodeName> expected;  ///< nodes that should be there
    QList<SourceSpec> sources;       ///< that are on when it is opened
    QString cookieFile;              ///< path; empty: the cookie is asked for, or the session's is used
    QString tlsOptionFile;           ///< path of a file for `-ssl_dist_optfile`; empty: no TLS
    std::optional<quint16> epmdPort; ///< empty: the program's
    QList<PlacedNode> placements;

    friend bool operator==(const Profile &, const Profile &) = default;
};

/// Why a file is no profile.
enum class ProfileFault {
    TooLarge,     ///< of more than MaxProfileBytes
    NotJson,      ///< detail: the parser's words and the offset
    NotAProfile,  ///< JSON, without our mark
    LaterVersion, ///< written by a later Nodescope; detail: its version
    BadValue,     ///< detail: which field
};
struct ProfileError
{
    ProfileFault fault = ProfileFault::NotAProfile;
    QString detail;
};

constexpr qsizetype MaxProfileBytes = 4 * 1024 * 1024;
constexpr qsizetype MaxProfileNodes = 20000;
constexpr qsizetype MaxProfileSources = 200;

/// For a file that is given away: `shared` leaves out the paths of this machine (cookie, TLS options,
/// secrets).
[[nodiscard]] QByteArray toJson(const Profile &profile, bool shared);
[[nodiscard]] base::Result<Profile, ProfileError> readProfile(const QByteArray &json);
/// `too_large`, `not_json`, `not_a_profile`, `later_version`, `bad_value`.
[[nodiscard]] QString identifierOf(ProfileFault fault);

} // namespace nodescope::cluster

Q_DECLARE_METATYPE(nodescope::cluster::Profile)
