#include "dist/tls/TlsFailure.h"

#include <algorithm>
#include <array>
#include <utility>

namespace nodescope::dist {

namespace {

// RFC 8446, 6, with those of RFC 5246 that older peers still send.
constexpr std::array Alerts{
    std::pair{0, "close_notify"},
    std::pair{10, "unexpected_message"},
    std::pair{20, "bad_record_mac"},
    std::pair{21, "decryption_failed"},
    std::pair{22, "record_overflow"},
    std::pair{30, "decompression_failure"},
    std::pair{40, "handshake_failure"},
    std::pair{41, "no_certificate"},
    std::pair{42, "bad_certificate"},
    std::pair{43, "unsupported_certificate"},
    std::pair{44, "certificate_revoked"},
    std::pair{45, "certificate_expired"},
    std::pair{46, "certificate_unknown"},
    std::pair{47, "illegal_parameter"},
    std::pair{48, "unknown_ca"},
    std::pair{49, "access_denied"},
    std::pair{50, "decode_error"},
    std::pair{51, "decrypt_error"},
    std::pair{60, "export_restriction"},
    std::pair{70, "protocol_version"},
    std::pair{71, "insufficient_security"},
    std::pair{80, "internal_error"},
    std::pair{86, "inappropriate_fallback"},
    std::pair{90, "user_canceled"},
    std::pair{100, "no_renegotiation"},
    std::pair{109, "missing_extension"},
    std::pair{110, "unsupported_extension"},
    std::pair{111, "certificate_unobtainable"},
    std::pair{112, "unrecognized_name"},
    std::pair{113, "bad_certificate_status_response"},
    std::pair{114, "bad_certificate_hash_value"},
    std::pair{115, "unknown_psk_identity"},
    std::pair{116, "certificate_required"},
    std::pair{120, "no_application_protocol"},
};

} // namespace

QString TlsAlert::name() const
{
    const auto found = std::find_if(Alerts.begin(), Alerts.end(),
                                    [this](const auto &alert) { return alert.first == number; });
    return found == Alerts.end() ? QString::number(number) : QString::fromLatin1(found->second);
}

const char *problemName(TlsProblem problem)
{
    static constexpr const char *Names[] = {
        "host_mismatch",
        "unknown_issuer",
        "self_signed",
        "expired",
        "not_yet_valid",
        "issuer_no_ca",
        "wrong_purpose",
        "bad_certificate",
        "no_peer_certificate",
        "alert_received",
        "protocol_version",
        "plain_peer",
        "not_tls",
        "silent",
        "closed",
        "no_usable_settings",
        "other",
    };
    static_assert(std::size(Names) == std::size_t(TlsProblem::Other) + 1);
    return Names[std::size_t(problem)];
}

bool TlsFailure::peerSpokeTls() const
{
    return received || saidHello || !version.isEmpty() || !peerChain.isEmpty() || offending ||
           problem <= TlsProblem::ProtocolVersion;
}

} // namespace nodescope::dist
