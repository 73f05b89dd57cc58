// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recent_questions.h"

#include "ui/builder/elided_label.h"
#include "ui/library/library_words.h"
#include "ui/shell/answer_thumbnail.h"
#include "ui/shell/library_room.h"
#include "ui/shell/welcome_parts.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

constexpr int underRows = 16;
constexpr int rowHeight = 56;
constexpr int rowWidth = 320; // at least

// A question to be pressed as a whole.
class QuestionRow : public QPushButton
{
public:
    QuestionRow(const Theme &theme, const HistoryEntry &entry)
        : m_picture(new QLabel)
    {
        const QString answer = entry.headline.section(QStringLiteral(" · "), 0, 0);
        const QString when = longMoment(entry.askedAt, QDateTime::currentDateTime());
        setObjectName(QStringLiteral("recentQuestion"));
        setProperty("quiet", true);
        setAccessibleName(QStringList{entry.words, answer, when}.join(QStringLiteral(", ")));
        setToolTip(entryToolTip(entry));
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        auto *frame = new QFrame;
        frame->setProperty("plate", "surface");
        frame->setFixedSize(thumbnailSize);
        m_picture->setParent(frame);
        m_picture->setGeometry(QRect(QPoint(0, 0), thumbnailSize));
        m_picture->setAlignment(Qt::AlignCenter);
        // Until there is a picture; of an answer that is kept no more there is none.
        m_picture->setPixmap(
            theme.pixmap(questionIcon(entry.question.query()), Role::Text3, m_picture->devicePixelRatioF()));
        auto *words = new ElidedLabel;
        words->setFont(theme.font(Type::Label));
        words->setFullText(entry.words);
        QLabel *project = plainLabel(theme, QString::fromStdString(entry.project), Type::Table, "text2");
        QLabel *number = plainLabel(theme, answer, Type::Label);
        QLabel *moment = plainLabel(theme, when, Type::Table, "text3");
        const auto column = [](QLabel *upper, QLabel *lower, Qt::Alignment alignment) {
            auto *made = new QVBoxLayout;
            made->setSpacing(2);
            made->addStretch();
            for (QLabel *label : {upper, lower}) {
                label->setAlignment(alignment);
                made->addWidget(label);
            }
            made->addStretch();
            return made;
        };
        for (QLabel *label : {static_cast<QLabel *>(words), project})
            label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(12, 0, 12, 0);
        row->setSpacing(12);
        row->addWidget(frame);
        row->addLayout(column(words, project, Qt::AlignLeft), 1);
        row->addLayout(column(number, moment, Qt::AlignRight));
        for (QWidget *part : findChildren<QWidget *>())
            part->setAttribute(Qt::WA_TransparentForMouseEvents);
    }

    void showPicture(const QByteArray &png)
    {
        QPixmap picture;
        picture.loadFromData(png);
        picture.setDevicePixelRatio(qreal(picture.width()) / thumbnailSize.width());
        m_picture->setPixmap(picture);
    }

    QSize sizeHint() const override { return {rowWidth, rowHeight}; }

private:
    QLabel *m_picture;
};

} // namespace

RecentQuestions::RecentQuestions(const Theme &theme, LibraryRoom &library, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_library(library)
    , m_head(new QWidget)
    , m_rows(new QVBoxLayout)
{
    auto *all = new QPushButton(tr("All in the library"));
    all->setObjectName(QStringLiteral("allInLibrary"));
    all->setProperty("quiet", true);
    all->setFont(theme.font(Type::Table));
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(groupTitle(theme, tr("Recent")), 1);
    head->addWidget(all);
    m_rows->setSpacing(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_head);
    column->addLayout(m_rows);
    connect(all, &QPushButton::clicked, this, &RecentQuestions::allWanted);
    const auto follow = [this] {
        if (isVisible())
            showQuestions();
    };
    connect(&library.history(), &History::loaded, this, follow);
    connect(&library.history(), &History::changed, this, follow);
}

void RecentQuestions::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showQuestions();
}

void RecentQuestions::showQuestions()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const HistoryEntry *entry : m_library.history().entries()) {
        auto *row = new QuestionRow(m_theme, *entry);
        m_rows->addWidget(row);
        connect(row, &QPushButton::clicked, this, [this, id = entry->id] {
            m_library.open({LibraryRow::Asked, id, {}});
        });
        m_library.findThumbnail(*entry, row, [row](const QByteArray &png) { row->showPicture(png); });
        if (m_rows->count() == most)
            break;
    }
    m_head->setVisible(m_rows->count() > 0);
    layout()->setContentsMargins(0, 0, 0, m_rows->count() > 0 ? underRows : 0);
}
