#pragma once

#include <QWidget>

#include "models/EventModel.h"
#include "models/Proxies.h"
#include "widgets/common/SelectionModel.h"
#include "widgets/tables/TableWords.h"

class QPushButton;

namespace nodescope::widgets {

class DataTable;
class FilterField;

/// All events as a table, newest last. It follows the newest one unless the person has scrolled away.
class EventsPage : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the page.
    EventsPage(const cluster::ClusterStore &store, SelectionModel &selection, QWidget *parent = nullptr);
    [[nodiscard]] DataTable *table() const { return m_table; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void follow(const Selection &selection);

    SelectionModel &m_selection;
    models::EventModel m_model;
    EventTableWords m_words;
    models::TableFilter m_filter;
    FilterField *m_find;
    QPushButton *m_newest;
    DataTable *m_table;
};

} // namespace nodescope::widgets
