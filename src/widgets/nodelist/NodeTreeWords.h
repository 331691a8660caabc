#pragma once

#include <QIdentityProxyModel>

namespace nodescope::widgets {

/// Puts words over models::NodeTreeModel: what the rows say, to the eye and to a screen reader.
class NodeTreeWords : public QIdentityProxyModel
{
    Q_OBJECT

public:
    explicit NodeTreeWords(QObject *parent = nullptr);
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// Tells the views that every word has changed.
    void retranslate();

private:
    [[nodiscard]] QVariant nodeWords(const QModelIndex &index, int role) const;
    [[nodiscard]] QVariant sectionWords(const QModelIndex &index, int role) const;
    [[nodiscard]] QVariant entryWords(const QModelIndex &index, int role) const;
};

} // namespace nodescope::widgets
