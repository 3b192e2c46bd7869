namespace Graph.Core;

/// <summary>Which keys there were, each with a number, in some 20 bytes a key whatever its length: the keys themselves are not kept, only
/// 64 bits of each.</summary>
/// <remarks>Two keys may share their 64 bits: of ten million with a chance of 1 in 300,000. Whoever relies on it more than for a first
/// check has a store that looks again.
/// Kept in many small tables, so that growing one needs little room beside it.</remarks>
internal sealed class KeyMap
{
    private const int Tables = 256, FirstSize = 16;

    private readonly Table[] _tables = [.. Enumerable.Range(0, Tables).Select(_ => new Table())];

    /// <summary>False when the key was there: its number stays.</summary>
    public bool TryAdd(string key, int number)
    {
        var hash = Hash(key);
        return _tables[hash >> 56].TryAdd(hash, number);
    }

    /// <summary>Null when there was no such key.</summary>
    public int? Find(string key)
    {
        var hash = Hash(key);
        return _tables[hash >> 56].Find(hash);
    }

    // FNV-1a over UTF-16 units, with the last mixing of MurmurHash3; zero stands for a free place.
    private static ulong Hash(string key)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in key)
            hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
        hash ^= hash >> 33;
        return hash == 0 ? 1 : hash;
    }

    private sealed class Table
    {
        private ulong[] _hashes = new ulong[FirstSize];
        private int[] _numbers = new int[FirstSize];
        private int _count;

        public bool TryAdd(ulong hash, int number)
        {
            if (_count > _hashes.Length * 3 / 4)
                Grow();
            var at = Place(hash);
            if (_hashes[at] == hash)
                return false;
            (_hashes[at], _numbers[at]) = (hash, number);
            _count++;
            return true;
        }

        public int? Find(ulong hash) => Place(hash) is var at && _hashes[at] == hash ? _numbers[at] : null;

        private int Place(ulong hash)
        {
            var mask = _hashes.Length - 1;
            var at = (int)hash & mask;
            while (_hashes[at] != 0 && _hashes[at] != hash)
                at = (at + 1) & mask;
            return at;
        }

        private void Grow()
        {
            var (hashes, numbers) = (_hashes, _numbers);
            (_hashes, _numbers) = (new ulong[hashes.Length * 2], new int[hashes.Length * 2]);
            for (var i = 0; i < hashes.Length; i++)
            {
                if (hashes[i] == 0)
                    continue;
                var at = Place(hashes[i]);
                (_hashes[at], _numbers[at]) = (hashes[i], numbers[i]);
            }
        }
    }
}
