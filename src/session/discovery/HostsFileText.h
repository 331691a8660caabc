#pragma once

#include <QByteArray>
#include <QStringList>

#include "base/Result.h"

namespace nodescope::session {

/// Why a file is no `.hosts.erlang`.
struct HostsFileError
{
    int line = 1; ///< from 1
    QString what; ///< the parser's name for it, `not_a_host`, `too_many` or `too_large`
};

constexpr qsizetype MaxHostsFileBytes = 64 * 1024;
constexpr qsizetype MaxHostsOfFile = 500;

/// The hosts in the text of a `.hosts.erlang` (net_adm:host_file/0): terms with full stops, each the name of
/// a host as atom or string. Empty names, by which older files end, are passed over; none stands twice. Pure.
[[nodiscard]] base::Result<QStringList, HostsFileError> readHostsFile(const QByteArray &text);

} // namespace nodescope::session
