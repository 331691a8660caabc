#include "widgets/tables/ColumnMemory.h"

#include <QTimer>

#include "widgets/tables/DataTable.h"

namespace nodescope::widgets {

namespace {
/// A heading that is being dragged changes often.
constexpr int Pause = 500; // ms
} // namespace

ColumnMemory::ColumnMemory(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

void ColumnMemory::follow(DataTable &table)
{
    const QString key = QStringLiteral("tables/") + table.objectName();
    table.restoreColumns(m_settings.value(key).toByteArray());
    auto *rest = new QTimer(&table);
    rest->setSingleShot(true);
    rest->setInterval(Pause);
    connect(&table, &DataTable::columnsChanged, rest, qOverload<>(&QTimer::start));
    connect(rest, &QTimer::timeout, this, [this, key, &table] { m_settings.setValue(key, table.columns()); });
}

} // namespace nodescope::widgets
