using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Merging;

namespace GovAccountConsole.Tests.Domain.Posts.Merging;

/// <summary>Posts and changes to them, made up from a seed; every word put in occurs nowhere else, so that it can be looked for.</summary>
internal sealed class RandomEdits(int seed)
{
    private readonly Random _random = new(seed);
    private int _next;

    public List<string> Words { get; } = [];

    public PostText Post() => new(Channel.Publish, null, [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Article())]);

    public Article Article() => new(
        Word(), "临江公安", Word(), string.Concat(Enumerable.Range(0, _random.Next(4, 10)).Select(_ => Block())), null, null, false, false);

    /// <summary>The post after a few things a person does: words put in, changed and taken out, paragraphs added, removed, joined by another.</summary>
    public PostText Edited(PostText post, int acts)
    {
        var articles = post.Articles.ToList();
        for (var act = 0; act < acts; act++)
        {
            var place = _random.Next(articles.Count);
            articles[place] = Change(articles[place]);
            if (_random.Next(12) == 0 && articles.Count < 8)
            {
                articles.Insert(_random.Next(articles.Count + 1), Article());
            }
        }

        return post with { Articles = articles };
    }

    public string Word()
    {
        var word = $"w{seed}x{_next++}";
        Words.Add(word);
        return word;
    }

    private Article Change(Article article)
    {
        if (_random.Next(8) == 0)
        {
            return article with { Title = Word() };
        }

        var blocks = HtmlBlocks.Split(article.ContentHtml).ToList();
        var at = _random.Next(blocks.Count + 1);
        switch (_random.Next(5))
        {
            case 0:
                blocks.Insert(at, Block());
                break;
            case 1 when blocks.Count > 1:
                blocks.RemoveAt(_random.Next(blocks.Count));
                break;
            default:
                if (blocks.Count > 0)
                {
                    at = _random.Next(blocks.Count);
                    blocks[at] = Type(blocks[at]);
                }

                break;
        }

        return article with { ContentHtml = string.Concat(blocks) };
    }

    private string Type(string block)
    {
        var spaces = Enumerable.Range(0, block.Length).Where(i => block[i] == ' ').ToList();
        if (spaces.Count == 0)
        {
            return block.Replace("</", " " + Word() + "</", StringComparison.Ordinal);
        }

        var at = spaces[_random.Next(spaces.Count)];
        return _random.Next(3) == 0
            ? block[..at] + block[(block.IndexOfAny([' ', '<'], at + 1) is var end and > 0 ? end : at)..]
            : block[..at] + " " + Word() + block[at..];
    }

    private string Block()
    {
        var words = string.Join(' ', Enumerable.Range(0, _random.Next(2, 14)).Select(_ => Word()));
        return _random.Next(6) switch
        {
            0 => $"<h2>{words}</h2>",
            1 => $"<ul><li><p>{words}</p></li><li><p>{Word()}</p></li></ul>",
            2 => $"<p><strong>{Word()}</strong> {words}</p>",
            _ => $"<p>{words}</p>",
        };
    }
}
