#pragma once

#include <QString>

#include "cluster/Examination.h"

/// The words for two nodes' settings side by side. Translated through QCoreApplication; call on the thread on
/// which the translators are installed.
namespace nodescope::doctor {

/// What a setting is called: `cookie for the other`. The rest are called by their kernel parameter.
[[nodiscard]] QString titleOfSetting(const QString &setting);

/// What both have, in words. Values of Erlang (`true`, `longnames`) and addresses stay as they are; empty:
/// not known.
struct SettingValues
{
    QString a;
    QString b;
};
[[nodiscard]] SettingValues valuesOf(const cluster::SettingPair &pair);

} // namespace nodescope::doctor
